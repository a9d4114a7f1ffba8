import { inWay, type Rule } from '../rule.ts'

/** Requirements §4: an interest is also indirect, through a chain of ownership. */
export const barSubsidiary: Rule = {
  says: "People of an organisation of which one with a stake in the case, or the practices' own provider, has more than half, itself or through others for which it decides, count as people of that one.",
  applies: inWay('subsidiary'),
}
