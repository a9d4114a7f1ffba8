import { type Rule, throughOthers } from '../rule.ts'

export const barBusinessPartner: Rule = {
  says: 'A business partner with an interest that bars, bars.',
  applies: (seen) => throughOthers(seen, 'business-partner'),
}
