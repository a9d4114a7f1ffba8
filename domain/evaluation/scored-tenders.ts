import type { Case } from '../case/case.ts'
import { type AfterScoring, type ScoreSheet, scoringHasClosed } from './evaluation.ts'
import { isDisregarded } from './low-price.ts'
import { countedSheets, evaluators, scorers } from './members.ts'
import { criterionScore, type Moderation, moderationAmong, moderationOf } from './moderation.ts'
import type { Scored } from './rank.ts'

/** The tenders with the scores that count and their prices, as they are ranked. Loaded with its score sheets. */
export function scoredTenders(theCase: Case): Scored[] {
  return scored(theCase, countedSheets(theCase), moderationOf(theCase))
}

/** What a member took part in agreeing may stand without their own scores, or be set aside with them. */
export type Agreements = 'kept' | 'set aside'

/** The same as if these members had not scored. */
export function scoredWithout(theCase: Case, members: readonly string[], agreements: Agreements): Scored[] {
  const { evaluation, ruleBook } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const rest = (all: readonly string[]) => all.filter((member) => !members.includes(member))
  const sitting = evaluators(theCase)
  const among = { sitting: agreements === 'kept' ? sitting : rest(sitting), scoring: rest(scorers(theCase)) }
  const sheets = countedSheets(theCase).filter(({ member }) => !members.includes(member))
  return scored(theCase, sheets, moderationAmong(evaluation, among, ruleBook.evaluation.moderateAboveSpread))
}

function scored({ evaluation, tender }: Case, sheets: ScoreSheet[], moderation: Moderation): Scored[] {
  const criteria = tender && tender.status !== 'due' ? tender.terms.criteria : []
  return opened(evaluation).map((price) => ({
    ...price,
    scores: criteria.map(({ id }) =>
      criterionScore(moderation, sheets, { organisationId: price.organisationId, criterionId: id }),
    ),
  }))
}

const opened = (evaluation: Case['evaluation']): { organisationId: string; pence: number }[] =>
  scoringHasClosed(evaluation) && 'prices' in evaluation ? readable(evaluation) : []

/** What could be opened, and was not disregarded for being abnormally low. */
const readable = (evaluation: Extract<AfterScoring, { prices: unknown }>) =>
  evaluation.prices.flatMap((price) =>
    'pence' in price && !isDisregarded(evaluation, price.organisationId) ? [price] : [],
  )
