import type { Case } from '../case/case.ts'
import { isBarred } from '../conflict/conflict.ts'
import { limitsOf } from '../panel-draw/limits.ts'
import { pool } from './nomination.ts'

type Nominating = Pick<Case, 'nomination' | 'conflicts' | 'panel' | 'ruleBook'>

/**
 * What the nominees who have accepted so far lack, in words and before the deadline (requirements §5): how many there must be, the
 * practices they come from, and each least number that they cannot meet yet. Whoever is barred does not count; what skills
 * somebody has is looked up when the draw is prepared, and not here. Empty where a panel can be hoped for.
 */
export function shortfall({ nomination, conflicts, panel, ruleBook }: Nominating): string[] {
  if (!nomination) return []
  const able = pool(nomination)
    .filter((person) => !isBarred(conflicts, person))
    .flatMap((person) => nomination.nominees[person] ?? [])
  const { panelSize, quotas } = limitsOf(ruleBook, panel?.relaxed)
  const { smallestPool } = ruleBook.nomination
  const practices = new Set(able.map(({ practiceId }) => practiceId)).size
  const having = (category: string, feature: unknown): number | undefined => {
    if (category === 'profession') return able.filter(({ profession }) => profession === feature).length
    if (category === 'experience') return able.filter(({ experienced }) => experienced).length
    return undefined
  }
  const unmet = quotas.flatMap(({ category, feature, min }) => {
    const have = having(category, feature)
    if (have === undefined || have >= min) return []
    const whom = category === 'experience' ? 'who sat on a panel lately' : `with the profession “${String(feature)}”`
    return [`${have} of at least ${min} ${whom}`]
  })
  return [
    ...(able.length < smallestPool ? [`${able.length} of the ${smallestPool} nominees that are needed`] : []),
    ...(practices < panelSize
      ? [`nominees of ${practices} practices for ${panelSize} seats, one for each practice`]
      : []),
    ...unmet,
  ]
}

/** The same as a sentence; empty where nothing is lacking. */
export function shortfallTold(theCase: Nominating): string {
  const lacking = shortfall(theCase)
  return lacking.length === 0 ? '' : `So far there are ${lacking.join('; ')}.`
}
