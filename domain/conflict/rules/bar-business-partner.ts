import { type Rule, throughOthers } from '../rule.ts'

export const barBusinessPartner: Rule = {
  says: 'A business partner’s interest bars if it would bar the business partner.',
  applies: (seen) => throughOthers(seen, 'business-partner'),
}
