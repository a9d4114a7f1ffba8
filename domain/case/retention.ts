import { Temporal } from 'temporal-polyfill'
import { type Instant, toInstant, ZONE } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'

/** What a decision on tenders rests on: what was asked and offered, how it was judged, and what was decided and told. */
const grounds: readonly CaseEvent['type'][] = [
  'TenderPublished',
  'TenderChanged',
  'TenderSubmitted',
  'TenderReconfirmed',
  'TenderWithdrawn',
  'TenderClosed',
  'TendersOpened',
  'FewTendersDecided',
  'BiddersChecked',
  'ComplianceQuestioned',
  'ComplianceRaised',
  'ComplianceRuled',
  'MissingDocumentAsked',
  'MissingDocumentSupplied',
  'ComplianceChecked',
  'ScoringOpened',
  'ScoresSubmitted',
  'ScoringClosed',
  'ModerationMeetingHeld',
  'CriterionModerated',
  'CriterionNotAgreed',
  'ModerationConcluded',
  'ModerationClosed',
  'PricesOpened',
  'PricesQuestioned',
  'PricesQueried',
  'PriceExplained',
  'PriceJudged',
  'TendersRanked',
  'VoteOpened',
  'BallotCast',
  'VoteCounted',
  'RecommendationMade',
  'RecommendationConfirmed',
  'RecommendationRejected',
  'LetterWritten',
  'OutcomeAnnounced',
  'NoticePublished',
  'RepresentationMade',
  'RepresentationAnswered',
  'AwardMade',
  'ProvidersTold',
]

/** Whether an award would rest on such an event. */
export const isGround = (type: string): boolean => (grounds as readonly string[]).includes(type)

const YEARS = 3

/**
 * Until when what such an event said is kept: the duty is three years from the contract (requirements §8), and a duty of the
 * law goes before a wish to be forgotten (UK GDPR, art. 17(3)(b)). Where no contract came of it, as long from the end of the case: that
 * none was awarded is challenged, too. Nothing where nothing rests on it.
 */
export function keptUntil({ decision, life }: Pick<Case, 'decision' | 'life'>, type: string): Instant | undefined {
  if (!isGround(type)) return undefined
  const from = decision?.status === 'awarded' ? decision.awardedAt : life.status === 'ended' ? life.endedAt : undefined
  return from && toInstant(Temporal.Instant.from(from).toZonedDateTimeISO(ZONE).add({ years: YEARS }))
}
