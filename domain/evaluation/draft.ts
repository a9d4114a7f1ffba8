import type { Case } from '../case/case.ts'
import { mustBeIn, mustBeOpen } from '../case/decide.ts'
import { votingMembers } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import { mustHaveRenewed } from '../renewal/renewal.ts'
import * as z from '../zod.ts'
import { type Evaluation, givenScoreSchema, MOST_SCORE_CHARACTERS } from './evaluation.ts'
import { isStopped, scoringIsStopped } from './stopped.ts'

/** Scores being thought about, by criterion: any part of one may be missing. */
export const draftScoresSchema = z
  .record(
    z.string().max(41),
    z.strictObject({
      score: givenScoreSchema.shape.score.optional(),
      rationale: z.string().max(2_000, 'Shorten the reasons to 2,000 characters').optional(),
    }),
  )
  .refine(
    (scores) => JSON.stringify(scores).length <= MOST_SCORE_CHARACTERS,
    `A draft can hold up to ${MOST_SCORE_CHARACTERS.toLocaleString('en-GB')} characters`,
  )
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
  .refine((notes) => JSON.stringify(notes).length <= 120_000, 'The notes can hold up to 120,000 characters in all')
export type Notes = z.infer<typeof notesSchema>

/** A draft is kept only of what can still be submitted. @throws Refusal TooEarly, TooLate, NotFound, AlreadyDone, NotAllowed */
export function mustBeScoring(
  theCase: Case,
  member: string,
  organisationId: string,
): Extract<Evaluation, { status: 'scoring' }> {
  mustBeIn(theCase, 'evaluation')
  const { evaluation, panel } = theCase
  refuseUnless(
    votingMembers(panel).includes(member),
    'NotAllowed',
    'Only members of this panel who are not excluded can score.',
  )
  mustHaveRenewed(theCase, member)
  refuseUnless(!isStopped(evaluation), 'TooEarly', scoringIsStopped)
  refuseUnless(evaluation?.status === 'scoring', 'TooLate', 'The scoring is not open.')
  refuseUnless(evaluation.tenders.includes(organisationId), 'NotFound', 'This tender does not exist.')
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
