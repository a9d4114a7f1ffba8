import type { Case } from '../../../domain/case/case.ts'
import type { StandingPanel } from '../../../domain/standing-panel/standing-panel.ts'
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
    ...{ randomness: 'commit-reveal' as const, panelsInLottery: 100, serves: 'an area for a term' as const },
  },
  voting: { quorum: 2 },
}

/** The members of a panel that was drawn for the area before, of whom those who are asked have accepted. */
export function servedBy(theCase: Case, members: readonly string[]): Case {
  const { nomination } = theCase
  if (!nomination || members.length === 0) return theCase
  const standing: StandingPanel = {
    ...{ id: 'p000000000001', area: theCase.proposal.form.area, from: '2025-01-01T00:00:00.000Z' },
    until: '2030-01-01T00:00:00.000Z',
    members: nominees.flatMap(([person, profession]) =>
      members.includes(person) ? [{ person, practiceId: practiceOf(person), profession, experienced: false }] : [],
    ),
  }
  return { ...theCase, nomination: { ...nomination, standing } }
}

/** Nominees of six practices for a panel of three; one of them works for the company. */
export const pool = withNominees(
  nominees.map(([person, profession]) => ({ person, practice: practiceOf(person), profession })),
  settings,
)
