import type { Case } from '../case/case.ts'
import { isBarred } from '../conflict/conflict.ts'
import { limitsOf, sizeOf, skill } from '../panel-draw/limits.ts'
import { isStanding, type Nominee, pool } from './nomination.ts'

const professionNames: Record<string, { one: string; more: string }> = {
  gp: { one: 'GP', more: 'GPs' },
  'practice-manager': { one: 'practice manager', more: 'practice managers' },
  nurse: { one: 'nurse', more: 'nurses' },
} satisfies Partial<Record<Nominee['profession'], object>>

type Nominating = Pick<Case, 'nomination' | 'conflicts' | 'panel' | 'ruleBook'>

/**
 * What the nominees who have accepted so far lack, in words and before the deadline (requirements §5): how many there must be, the
 * practices they come from, and each least number, of skills too, that they cannot meet yet. Whoever is barred does not count.
 * Empty where a panel can be hoped for.
 */
export function shortfall(theCase: Nominating): string[] {
  const { nomination, conflicts, panel, ruleBook } = theCase
  if (!nomination) return []
  const able = pool(nomination)
    .filter((person) => !isBarred(conflicts, person))
    .flatMap((person) => nomination.nominees[person] ?? [])
  const { panelSize, quotas } = limitsOf(ruleBook, panel?.relaxed)
  const { smallestPool } = ruleBook.nomination
  const practices = new Set(able.map(({ practiceId }) => practiceId)).size
  const named = new Map(ruleBook.panel.skills.map(({ name }) => [skill(name), name]))
  const unmet = quotas.flatMap(({ category, feature, min }) => {
    const needed = named.get(category)
    const [has, whom] =
      category === 'profession'
        ? [
            ({ profession }: Nominee) => profession === feature,
            professionNames[String(feature)]?.[min === 1 ? 'one' : 'more'] ?? `with the profession “${feature}”`,
          ]
        : category === 'experience'
          ? [({ experienced }: Nominee) => experienced, 'who sat on a panel recently']
          : [({ skills = [] }: Nominee) => skills.some((one) => one === needed), `with the skill “${needed}”`]
    const have = able.filter(has).length
    return have < min ? [`${have} of at least ${min} ${whom}`] : []
  })
  return [
    ...(able.length < smallestPool && !standingFillsThePanel(theCase)
      ? [`${able.length} of the ${smallestPool} nominees needed`]
      : []),
    ...(practices < panelSize
      ? [`nominees from ${practices} practices for ${panelSize} seats, one for each practice`]
      : []),
    ...unmet,
  ]
}

/** Whether the area's standing panel has taken every seat: then nobody else is needed. */
export const standingFillsThePanel = ({
  nomination,
  ruleBook,
  panel,
}: Pick<Nominating, 'nomination' | 'ruleBook' | 'panel'>): boolean =>
  nomination !== undefined &&
  pool(nomination).filter((person) => isStanding(nomination, person)).length >= sizeOf(ruleBook, panel?.relaxed)

/** The same as a sentence; empty where nothing is lacking. */
export function shortfallTold(theCase: Nominating): string {
  const lacking = shortfall(theCase)
  return lacking.length === 0 ? '' : `So far there are ${lacking.join('; ')}.`
}
