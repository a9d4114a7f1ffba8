import { expect, test } from 'vitest'
import { serviceOf } from '../../../../web/features/standing-panels/service.ts'

const member = (person: string) => ({
  ...{ person, practiceId: `practice-of-${person}`, profession: 'gp' as const, experienced: false },
})
const standing = {
  ...{ id: 'p000000000001', area: 'mental-health' as const },
  ...{ from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
  members: ['ann', 'dee', 'eve'].map(member),
}

test('service in a term counts the cases sat on and the meetings of those cases', () => {
  const meeting = (...present: string[]) => ({ heldOn: '2026-02-02', present })
  const service = serviceOf(standing, [
    { sat: ['ann', 'dee'], meetings: [meeting('ann', 'dee'), meeting('dee', 'fay')] },
    { sat: ['dee', 'eve'], meetings: [meeting('dee')] },
  ])
  expect(service.map(({ person, cases, attended, meetings }) => [person, cases, attended, meetings])).toEqual([
    ['ann', 1, 1, 2],
    ['dee', 2, 3, 3],
    ['eve', 1, 0, 1],
  ])
})
