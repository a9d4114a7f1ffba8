import { inWay, type Rule } from '../rule.ts'

/** Below how much is a setting; what several chains bring adds up first. */
export const flagSmallOwnership: Rule = {
  says: 'Owning less than 1% of an organisation with a stake in the case is looked at, and does not bar by itself.',
  applies: inWay('small ownership'),
}
