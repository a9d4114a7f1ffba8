import type { Case } from '../case/case.ts'
import { countConflicts, countsSchema } from '../conflict/counts.ts'
import { keyCriterionNames } from '../specification/template.ts'
import { tookPart } from '../vote/count.ts'
import * as z from '../zod.ts'
import type { DecisionIn } from './decision.ts'

/**
 * On what a notice of an intended award says that it was decided (SI 2023/1348, sch. 10, paras 7 to 10): by whom, why, with reference to the
 * key criteria, and what conflicts of interest were found and how they were handled. As it was announced.
 */
export const groundsSchema = z.object({
  /** Members who took part in the vote. */
  members: z.int(),
  reasons: z.array(z.string()),
  criteria: z.array(z.object({ title: z.string(), weight: z.string(), serves: z.enum(keyCriterionNames) })),
  priceShare: z.string(),
  conflicts: countsSchema,
})
export type Grounds = z.infer<typeof groundsSchema>

export function groundsOf(
  { tender, conflicts }: Pick<Case, 'tender' | 'conflicts'>,
  { vote, reasons }: Pick<DecisionIn<'confirmed'>, 'vote' | 'reasons'>,
): Grounds | undefined {
  const last = vote.rounds.at(-1)
  if (!last || !tender || tender.status === 'due') return undefined
  const { criteria, priceShare } = tender.terms
  return {
    members: tookPart(last.tally),
    reasons: [...new Set(reasons)],
    criteria: criteria.map(({ title, weight, serves }) => ({ title, weight, serves })),
    priceShare,
    conflicts: countConflicts(conflicts),
  }
}
