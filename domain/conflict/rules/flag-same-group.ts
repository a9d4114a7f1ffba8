import { inWay, type Rule } from '../rule.ts'

/** A tender comes from one company of a group, and people work for another. */
export const flagSameGroup: Rule = {
  says: 'A tie to an organisation is looked at if one with a stake in the case owns part of it, or if one owner has more than half of both.',
  applies: inWay('same group'),
}
