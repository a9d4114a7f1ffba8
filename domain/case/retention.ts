import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime'
import { wasPublished } from '../tender/tender.ts'
import { type Instant, inLondon, toInstant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'

/** What was said beside what was decided: nothing of a result looks at it, and the verifier makes every other file without it. */
const beside: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'CommentMade',
  'CommentAnswered',
  'CommentResolved',
  'WorkshopHeld',
  'ChallengeMade',
  'ChallengeAnswered',
  'ChallengeEscalated',
  'MeetingPlanned',
  'MeetingMoved',
  'MeetingCancelled',
  'MeetingAttended',
])

/** What people said of themselves and of each other; where nothing was ever tendered for, no award rests on it. */
const ofThemselves: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'ProposalSubmitted',
  'ProposalReturned',
  'ProposalResubmitted',
  'ProposalRevised',
  'PersonNominated',
  'PracticeDeclined',
  'NominationAccepted',
  'NominationDeclined',
  'NominationWithdrawn',
  'SeatDeclined',
  'ConflictsChecked',
  'InterestCleared',
  'InterestManaged',
  'PersonBarred',
  'MemberExcluded',
])

const YEARS = 3

/**
 * Whether the decision rests on such an event: on every kind that is not listed here, so that a new kind of event is kept until
 * somebody has thought about it. Whoever challenges an award is owed all that shows who sat, by which rules, on what was declared.
 */
export const isKept = (theCase: Pick<Case, 'tender'>, type: string): boolean =>
  !beside.has(type) && (wasPublished(theCase.tender) || !ofThemselves.has(type))

/**
 * Until when what such an event said is kept: the duty is three years from the contract (requirements §8), and a duty of the
 * law goes before a wish to be forgotten (UK GDPR, art. 17(3)(b)). Where no contract came of it, as long from the end of the case: that
 * none was awarded is challenged, too. Nothing where nothing rests on it.
 */
export function keptUntil(theCase: Pick<Case, 'decision' | 'life' | 'tender'>, type: string): Instant | undefined {
  if (!isKept(theCase, type)) return undefined
  const { decision, life } = theCase
  const from = decision?.status === 'awarded' ? decision.awardedAt : life.status === 'ended' ? life.endedAt : undefined
  return from && toInstant(Zoned.addYears(inLondon(from), YEARS))
}
