import { inWay, type Rule } from '../rule.ts'

export const barOwnershipChain: Rule = {
  says: 'People who own such an organisation through others, or decide for one that does, do not judge the case.',
  applies: inWay('ownership chain'),
}
