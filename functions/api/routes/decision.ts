import { decideDecision } from '../../../domain/decision/decide.ts'
import { choices } from '../../../domain/decision/decision.ts'
import { latestLetter, viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { mustHaveRenewedToDecide } from '../../../domain/renewal/renewal.ts'
import { enteredDay } from '../../../domain/time/entered.ts'
import { ABSTAIN } from '../../../domain/vote/vote.ts'
import * as z from '../../../domain/zod.ts'
import { typefaces } from '../../papers/fonts.ts'
import { loadNames } from '../../store/locality-store.ts'
import { decisionAnswer, letterAnswer } from '../answers/decision.ts'
import type { Api } from '../api.ts'
import { organisationOf, ownOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { caseFile } from '../file.ts'
import { round } from '../numbers.ts'
import { shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'
import { representationRoutes } from './representation.ts'

/** The panel votes, the approver answers, bidders read their letters and may object, and everybody reads the record. */
export function decisionRoutes(app: Api): void {
  caseCommand(app, {
    name: 'vote-on-award',
    summary:
      'Vote, with reasons, for an award to who comes first by the scores that stand, for none, or for a re-tender',
    body: z.strictObject({
      round,
      option: z.enum([...choices, ABSTAIN]),
      reasons: shortReason,
    }),
    decide: (theCase, body, command) =>
      decideDecision(theCase, { type: 'VoteOnAward', person: command.person.id, ...body }, command),
  })
  for (const [name, type, summary] of [
    ['confirm-recommendation', 'ConfirmRecommendation', 'Confirm what the panel decided, with reasons'],
    ['reject-recommendation', 'RejectRecommendation', 'Reject what the panel decided, with reasons: it votes again'],
  ] as const)
    caseCommand(app, {
      name,
      summary,
      body: z.strictObject({ reasons: shortReason }),
      decidesAlone: ['approver'],
      decide: async (theCase, { reasons }, command) => {
        const own = await ownOf(command)
        return decideDecision(theCase, { type, reasons, ...(own && { own }) }, command)
      },
    })
  caseCommand(app, {
    name: 'record-notice',
    summary:
      'Record when the notice of the award was published on the national platform: the standstill runs from the later',
    body: z.strictObject({
      on: enteredDay('Enter a day'),
      reference: z.string().trim().min(1, 'Enter the number of the notice').max(100, 'Shorten this to 100 characters'),
    }),
    decide: (theCase, body, command) => decideDecision(theCase, { type: 'RecordNotice', ...body }, command),
  })
  representationRoutes(app)
  caseView(app, {
    name: 'view-decision',
    path: '/decision',
    summary: 'The vote, the approver’s answer, the standstill and the representations',
    answer: decisionAnswer,
    query: noQuery,
    view: async (theCase, seen) => {
      mustHaveRenewedToDecide(theCase, seen.person.id)
      const view = viewDecision(theCase, seen)
      const present = view.representations?.flatMap(({ answer }) => answer?.present ?? []) ?? []
      return { ...view, names: await loadNames(seen.deps, [...(view.members ?? []), ...present]) }
    },
  })
  caseView(app, {
    name: 'view-letter',
    path: '/letter',
    summary: 'Your organisation’s letter, with the standstill and your own representations',
    answer: letterAnswer,
    query: noQuery,
    load: ['letters'],
    unversioned: true,
    view: (theCase, { person }) => viewLetter(theCase, organisationOf(person)),
  })
  caseFile(app, {
    name: 'letter-pdf',
    path: '/letter.pdf',
    summary: 'Your organisation’s letter as a PDF: the same words as the page',
    type: 'application/pdf',
    load: ['letters'],
    file: async (theCase, { person }) => {
      const { paper, announcedAt } = latestLetter(theCase, organisationOf(person))
      const { pdfOf } = await import('../../papers/pdf.ts')
      return {
        name: `letter-${theCase.id}.pdf`,
        type: 'application/pdf',
        body: await pdfOf(paper, announcedAt, typefaces()),
      }
    },
  })
}
