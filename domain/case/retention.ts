import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime'
import { wasPublished } from '../tender/tender.ts'
import { type Instant, inLondon, toInstant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'

/**
 * Events that say something beside what was decided: no result rests on them, and the verifier makes every other file without
 * them.
 */
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
  'PaperMarked',
  'PaperUnmarked',
])

/**
 * Events in which people said something of themselves or of each other: where nothing was ever tendered for, no award rests on
 * them.
 */
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
 * Until when the content of such an event is kept. The duty is three years from the contract (requirements §8), and a legal
 * duty goes before a wish to be forgotten (UK GDPR, art. 17(3)(b)). A case without a contract is kept as long from its end,
 * because it can also be challenged that nothing was awarded. Undefined where no decision rests on the event.
 */
export function keptUntil(theCase: Pick<Case, 'decision' | 'life' | 'tender'>, type: string): Instant | undefined {
  if (!isKept(theCase, type)) return undefined
  const { decision, life } = theCase
  const from = decision?.status === 'awarded' ? decision.awardedAt : life.status === 'ended' ? life.endedAt : undefined
  return from && toInstant(Zoned.addYears(inLondon(from), YEARS))
}
