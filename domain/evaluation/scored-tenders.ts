import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { type ScoreSheet, scoringHasClosed } from './evaluation.ts'
import { isDisregarded } from './low-price.ts'
import { countedSheets, evaluators, scorers } from './members.ts'
import { criterionScore, type Moderation, moderationAmong, moderationOf } from './moderation.ts'
import type { CriterionScore, Scored } from './rank.ts'

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

/** Where nobody's scores count there is nothing to rank. */
function scored(theCase: Case, sheets: ScoreSheet[], moderation: Moderation): Scored[] {
  if (sheets.length === 0) return []
  return opened(theCase).map((price) => ({
    ...price,
    scores: scores(theCase, sheets, moderation, price.organisationId),
  }))
}

function scores({ tender }: Case, sheets: ScoreSheet[], moderation: Moderation, organisationId: string) {
  const criteria = tender && tender.status !== 'due' ? tender.terms.criteria : []
  return criteria.map(({ id }) => criterionScore(moderation, sheets, { organisationId, criterionId: id }))
}

/** What this tender scored, also where it is out since then; undefined where nobody's scores of it count. Loaded with its score sheets. */
export function scoresOf(theCase: Case, organisationId: string): CriterionScore[] | undefined {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation) || !evaluation.tenders.includes(organisationId)) return undefined
  const sheets = countedSheets(theCase)
  return sheets.length > 0 ? scores(theCase, sheets, moderationOf(theCase), organisationId) : undefined
}

/** What could be opened, was not excluded for what was found then, and not disregarded for being abnormally low. */
function opened(theCase: Case): { organisationId: string; pence: number }[] {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation) || !('prices' in evaluation)) return []
  return evaluation.prices.flatMap((price) =>
    'pence' in price &&
    exclusionForPrice(theCase, price.organisationId).length === 0 &&
    !isDisregarded(evaluation, price.organisationId)
      ? [price]
      : [],
  )
}
