import { type Rule, throughOthers } from '../rule.ts'

export const barFamily: Rule = {
  says: 'Family with an interest that bars, bars.',
  applies: (seen) => throughOthers(seen, 'family'),
}
