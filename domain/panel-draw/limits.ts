import type { RuleBook } from '../rule-book/rule-book.ts'
import * as z from '../zod.ts'
import type { Instance } from './instance/instance.ts'

/** A limit that gave way, of the whole panel: its size, or how many with a feature, at least or at most. */
export const relaxedLimitSchema = z.strictObject({
  limit: z.enum(['size', 'min', 'max']),
  category: z.string().optional(),
  feature: z.string().optional(),
  from: z.int(),
  to: z.int(),
})
export type RelaxedLimit = z.infer<typeof relaxedLimitSchema>

export const yes = 'yes'
export const skill = (name: string): string => `skill in ${name}`

/** What every panel must fulfil by the rule book (requirements §5), besides at most one member per practice. */
function byTheBook({ panel }: Pick<RuleBook, 'panel'>): Pick<Instance, 'panelSize' | 'quotas'> {
  const { size, fewestGps, fewestPracticeManagers, fewestExperienced, mostExperienced, skills } = panel
  const quota = (category: string, feature: string, min: number, max = size) => ({ category, feature, min, max })
  return {
    panelSize: size,
    quotas: [
      quota('profession', 'gp', fewestGps),
      quota('profession', 'practice-manager', fewestPracticeManagers),
      quota('experience', 'recent', fewestExperienced, mostExperienced),
      ...skills.map(({ name, fewest }) => quota(skill(name), yes, fewest)),
    ],
  }
}

/** The limits of a case: by its rule book, with what the programme manager let give way, on the record. */
export function limitsOf(
  ruleBook: Pick<RuleBook, 'panel'>,
  relaxed: readonly RelaxedLimit[] = [],
): Pick<Instance, 'panelSize' | 'quotas'> {
  let { panelSize, quotas } = byTheBook(ruleBook)
  for (const { limit, category, feature, to } of relaxed) {
    if (limit === 'size') panelSize = to
    else
      quotas = quotas.map((quota) =>
        quota.category === category && quota.feature === feature ? { ...quota, [limit]: to } : quota,
      )
  }
  return { panelSize, quotas }
}

/** How many seats the panel of a case has. */
export const sizeOf = (ruleBook: Pick<RuleBook, 'panel'>, relaxed?: readonly RelaxedLimit[]): number =>
  limitsOf(ruleBook, relaxed).panelSize
