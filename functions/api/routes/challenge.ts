import { challengeFindings } from '../../../domain/challenge/challenge.ts'
import { decideChallenge } from '../../../domain/challenge/decide.ts'
import * as z from '../../../domain/zod.ts'
import { challengesAnswer } from '../answers/challenge.ts'
import type { Api } from '../api.ts'
import { practiceOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** Practices challenge how a case is run; every challenge is answered, with reasons, on the record. */
export function challengeRoutes(app: Api): void {
  caseCommand(app, {
    name: 'make-challenge',
    summary: 'Challenge, for your practice, how the case is run',
    body: z.strictObject({ text: shortReason }),
    decide: (theCase, { text }, command) =>
      decideChallenge(theCase, { type: 'MakeChallenge', practiceId: practiceOf(command.person), text }, command),
  })
  caseCommand(app, {
    name: 'answer-challenge',
    summary: 'Answer a challenge, with reasons',
    body: z.strictObject({ id: numbered, finding: z.enum(challengeFindings), reasons: shortReason }),
    decide: (theCase, body, command) =>
      decideChallenge(
        theCase,
        { type: 'AnswerChallenge', ...body, person: command.person.id, as: command.as },
        command,
      ),
  })
  caseView(app, {
    name: 'view-challenges',
    path: '/challenges',
    summary: 'Every challenge to how the case is run, with its answer',
    answer: challengesAnswer,
    query: noQuery,
    view: ({ challenges = [] }) => ({ challenges }),
  })
}
