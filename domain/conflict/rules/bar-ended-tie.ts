import { foundOf, type Rule } from '../rule.ts'

/** For how long is a setting: 24 months. */
export const barEndedTie: Rule = {
  says: 'A tie that would bar still bars if it ended within the last 24 months.',
  applies: ({ ended, matter }) => ended.map((touch) => foundOf(touch, matter)),
}
