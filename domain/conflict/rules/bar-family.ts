import { type Rule, throughOthers } from '../rule.ts'

export const barFamily: Rule = {
  says: 'A family member’s interest bars if it would bar the family member.',
  applies: (seen) => throughOthers(seen, 'family'),
}
