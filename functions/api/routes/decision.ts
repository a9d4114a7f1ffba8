import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { choices, furtherDecisions, representationWays } from '../../../domain/decision/decision.ts'
import { latestLetter, viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { mustHaveRenewedToDecide } from '../../../domain/renewal/renewal.ts'
import { ABSTAIN } from '../../../domain/vote/vote.ts'
import { typefaces } from '../../papers/fonts.ts'
import { loadNames } from '../../store/locality-store.ts'
import { decisionAnswer, letterAnswer } from '../answers/decision.ts'
import { ownOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import type { SignedIn } from '../sign-in.ts'
import { idSchema, reason, shortReason } from '../text.ts'
import { caseFile, caseView, noQuery } from '../view.ts'
import { organisationOf } from './tender.ts'

/** The panel votes, the approver answers, bidders read their letters and may object, and everybody reads the record. */
export function decisionRoutes(app: OpenAPIHono<SignedIn>): void {
  caseCommand(app, {
    name: 'vote-on-award',
    summary:
      'Vote, with reasons, for the award, for who comes first without members excluded since, for none, or for a re-tender',
    body: z.strictObject({
      round: z.int().min(1).max(2),
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
      decide: async (theCase, { reasons }, command) => {
        const own = await ownOf(command)
        return decideDecision(theCase, { type, reasons, ...(own && { own }) }, command)
      },
    })
  caseCommand(app, {
    name: 'make-representation',
    summary: 'Object to the outcome during the standstill',
    body: z.strictObject({ text: shortReason }),
    decide: (theCase, { text }, command) =>
      decideDecision(
        theCase,
        { type: 'MakeRepresentation', organisationId: organisationOf(command.person), text },
        command,
      ),
  })
  caseCommand(app, {
    name: 'record-representation',
    summary:
      'Record a representation that was received otherwise: from whom, how, and when; in time is what was received in time, also when it is recorded after the award',
    body: z.strictObject({
      from: z.string().trim().min(1, 'Enter who made it').max(200, 'Shorten this to 200 characters'),
      way: z.enum(representationWays, 'Choose how it was received'),
      on: z.iso.date('Enter the day on which it was received'),
      time: z
        .string()
        .regex(
          /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
          'Enter the time at which it was received, like 14:05 or 14:05:30',
        ),
      text: reason,
    }),
    decide: (theCase, body, command) => decideDecision(theCase, { type: 'RecordRepresentation', ...body }, command),
  })
  caseCommand(app, {
    name: 'record-notice',
    summary:
      'Record when the notice of the award was published on the national platform: the standstill runs from the later',
    body: z.strictObject({
      on: z.iso.date('Enter a day'),
      reference: z.string().trim().min(1, 'Enter the number of the notice').max(100, 'Shorten this to 100 characters'),
    }),
    decide: (theCase, body, command) => decideDecision(theCase, { type: 'RecordNotice', ...body }, command),
  })
  caseCommand(app, {
    name: 'answer-representation',
    summary: 'Communicate the panel’s further decision on an objection, with reasons',
    body: z.strictObject({
      id: z.int().min(1),
      decision: z.enum(furtherDecisions),
      reasons: shortReason,
      present: z.array(idSchema).min(1, 'Enter who took part').max(30),
    }),
    decide: (theCase, body, command) =>
      decideDecision(theCase, { type: 'AnswerRepresentation', chair: command.person.id, ...body }, command),
  })
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
