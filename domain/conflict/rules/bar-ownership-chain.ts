import { inWay, type Rule } from '../rule.ts'

export const barOwnershipChain: Rule = {
  says: 'Whoever owns such an organisation through others, or decides for one that does, does not judge the case.',
  applies: inWay('ownership chain'),
}
