import type { Case } from '../case/case.ts'
import { outcomeOf, questionsNow } from '../compliance/compliance.ts'
import * as z from '../zod.ts'
import { lowPricesOf } from './low-price.ts'
import { beforeItWasDecided, excludedSinceRanking } from './without-excluded.ts'

const ruled = {
  excluded: 'that it does not comply',
  'let in': 'that it complies',
  disregarded: 'that it is disregarded for its very low price',
  accepted: 'that its very low price is accepted',
} as const
const kinds = Object.keys(ruled) as [keyof typeof ruled, ...(keyof typeof ruled)[]]

export const ruledSchema = z.enum(kinds)

/** A ruling on a tender that had taken effect when people who had made it were excluded for a conflict of interest. */
export const ruledByExcludedSchema = z.object({
  organisationId: z.string(),
  ruled: ruledSchema,
  people: z.array(z.string()),
})
export type RuledByExcluded = z.infer<typeof ruledByExcludedSchema>

/**
 * The rulings that stand although somebody who made them was excluded (decision 23): nobody could undo them without scores that
 * others know. Panel and approver have each before them when they decide, and letters and record say it, so that it is decided on
 * and not passed over (requirements §4, decision 45).
 */
export function ruledByExcluded(theCase: Case): RuledByExcluded[] {
  const since = excludedSinceRanking(theCase)
  const compliance = questionsNow(theCase).map((question) => ({
    organisationId: question.organisationId,
    ruled: outcomeOf(question) === 'fail' ? ('excluded' as const) : ('let in' as const),
    people: (question.outSince ?? []).filter(beforeItWasDecided(theCase.decision)).map(({ person }) => person),
  }))
  const prices = lowPricesOf(theCase.evaluation).flatMap(({ organisationId, judgement }) =>
    judgement
      ? { organisationId, ruled: judgement.outcome, people: judgement.present.filter((one) => since.includes(one)) }
      : [],
  )
  return [...compliance, ...prices].filter(({ people }) => people.length > 0)
}

/** For papers and pages. @param tender whose it is @param who by name; how many where they are not named */
export function ruledInWords(one: Pick<RuledByExcluded, 'ruled'>, tender: string, who: string | number): string {
  const whose = typeof who === 'string' ? who : who === 1 ? 'A person' : `${who} people`
  return `${whose} who had ruled on the tender of ${tender} (${ruled[one.ruled]}) had a conflict of interest, which came to light once the ruling had taken effect. The ruling stands.`
}

/** What whoever decides is told with it. */
export const considerRulings =
  'Consider, before you decide, whether the result can rest on it. If it cannot, the service can be put out to tender again.'
