import type { Case } from '../case/case.ts'
import { mustBeIn, mustBeOpen } from '../case/decide.ts'
import { votingMembers } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import { mustHaveRenewed } from '../renewal/renewal.ts'
import { fitsOneItem } from '../size.ts'
import { told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import * as z from '../zod.ts'
import { type Evaluation, enteredScore, tooLong } from './evaluation.ts'
import { isStopped, scoringIsStopped } from './stopped.ts'
import { scoringIsOver } from './waits.ts'

/** Scores being thought about, by criterion: any part of one may be missing. */
export const draftScoresSchema = z
  .record(
    z.string().max(41),
    z.strictObject({
      score: enteredScore.optional(),
      rationale: z.string().max(2_000, 'Shorten the reasons to 2,000 characters').optional(),
    }),
  )
  .refine(fitsOneItem, tooLong)
export type DraftScores = z.infer<typeof draftScoresSchema>

/** A member's private notes, by criterion; each can cite a page of the tender. They never reach the record. */
export const notesSchema = z
  .record(
    z.string().max(41),
    z.strictObject({
      page: z.string().max(40, 'Shorten this to 40 characters').optional(),
      text: z.string().max(4_000, 'Shorten the note to 4,000 characters').default(''),
    }),
  )
  .refine(fitsOneItem, 'All notes together are longer than can be kept. Shorten some of them')
export type Notes = z.infer<typeof notesSchema>

/**
 * The scoring in which a member can submit scores of a tender now, and so keep a draft of them.
 * @throws Refusal TooEarly, TooLate, NotFound, AlreadyDone, NotAllowed
 */
export function scoringFor(
  theCase: Case,
  member: string,
  organisationId: string,
  at: Instant,
): Extract<Evaluation, { status: 'scoring' }> {
  mustBeIn(theCase, 'evaluation')
  const { evaluation, panel, life } = theCase
  refuseUnless(
    votingMembers(panel).includes(member),
    'NotAllowed',
    'Only members of this panel who are not excluded can score.',
  )
  refuseUnless(!isStopped(evaluation), 'TooEarly', scoringIsStopped)
  refuseUnless(
    evaluation && 'tenders' in evaluation,
    'TooEarly',
    'The tenders are being checked. Try again in a minute.',
  )
  mustHaveRenewed(theCase, member)
  refuseUnless(evaluation.tenders.includes(organisationId), 'NotFound', 'This tender does not exist.')
  refuseUnless(
    evaluation.status !== 'compliance checked',
    'TooEarly',
    'The scoring has not been opened. Try again in a minute.',
  )
  refuseUnless(
    evaluation.status === 'scoring' && !scoringIsOver(theCase, at),
    'TooLate',
    `Scoring has closed${life.wait?.name === 'scores' ? `: the deadline was ${told(life.wait.dueAt)}` : ''}.`,
  )
  refuseUnless(
    !evaluation.submitted[member]?.includes(organisationId),
    'AlreadyDone',
    'You have submitted your scores for this tender. A submitted score cannot be changed.',
  )
  return evaluation
}

/** Notes can be written for as long as the case goes on: they help in moderation too. @throws Refusal */
export function mayNote(
  theCase: Case,
  member: string,
  organisationId: string,
): Extract<Evaluation, { tenders: string[] }> {
  mustBeOpen(theCase)
  const { evaluation, panel } = theCase
  refuseUnless(
    votingMembers(panel).includes(member),
    'NotAllowed',
    'Only members of this panel can keep notes on its tenders.',
  )
  mustHaveRenewed(theCase, member)
  refuseUnless(!isStopped(evaluation), 'TooEarly', scoringIsStopped)
  refuseUnless(
    evaluation && 'tenders' in evaluation && evaluation.tenders.includes(organisationId),
    'NotFound',
    'This tender does not exist.',
  )
  return evaluation
}
