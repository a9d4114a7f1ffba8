import type { Case } from '../case/case.ts'
import { forming } from '../substitution/substituting.ts'
import { contributionsMissing } from './source-of.ts'

/**
 * What a draw has lacked beyond its deadline, so that its randomness may be taken from elsewhere: contributions, or public
 * numbers of which nobody has a copy. Either way there is nothing yet of which anybody could know the result (decision 15). A
 * round of drand stands for good, so numbers that stand in for one are not given up.
 */
export function lacking(theCase: Case): 'contributions' | 'numbers' | undefined {
  const { life, panel } = forming(theCase)
  const { name, escalatedAt } = life.wait ?? {}
  if (life.status !== 'open' || escalatedAt === undefined) return undefined
  if (name === 'contributions' && contributionsMissing(theCase)) return 'contributions'
  const { status, from, copiedBy = [] } = panel?.draw ?? {}
  return name === 'numbers' && status === 'committed' && from === 'source' && copiedBy.length === 0
    ? 'numbers'
    : undefined
}
