import { withNominees } from '../nominees.ts'
import { STAFF } from './lived-case.ts'

const nominees = [
  ...[['a1', 'gp'] as const, ['a2', 'gp'] as const, ['b1', 'gp'] as const, ['b2', 'practice-manager'] as const],
  ...[['c1', 'practice-manager'] as const, ['d1', 'nurse'] as const, ['e1', 'gp'] as const, [STAFF, 'gp'] as const],
]
export const people = nominees.map(([person]) => person)
const practiceOf = (person: string) => (person === STAFF ? 'f' : person.charAt(0))
const settings = {
  nomination: { smallestPool: 3 },
  panel: {
    ...{ size: 3, fewestGps: 2, fewestPracticeManagers: 1, fewestExperienced: 0, mostExperienced: 3 },
    ...{ randomness: 'commit-reveal' as const, panelsInLottery: 100 },
  },
  voting: { quorum: 2 },
}

/** Nominees of six practices for a panel of three; one of them works for the company. */
export const pool = withNominees(
  nominees.map(([person, profession]) => ({ person, practice: practiceOf(person), profession })),
  settings,
)
