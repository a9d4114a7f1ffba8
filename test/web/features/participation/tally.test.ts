import { expect, test } from 'vitest'
import type { ParticipationRow } from '../../../../domain/case/listed.ts'
import { tallyOf } from '../../../../web/features/participation/tally.ts'

const row = (practices: ParticipationRow['practices']) => ({ practices })

test('what practices did is counted over cases; who nominated least comes first', () => {
  const tallies = tallyOf([
    row({ ashlarke: { answer: 'nominated', seats: 1 }, brindle: { answer: 'declined', seats: 0 } }),
    row({ ashlarke: { answer: 'nominated', seats: 0 }, brindle: { answer: 'no answer', seats: 0 } }),
    row({ ashlarke: { answer: 'nominated', seats: 0 }, brindle: { answer: 'asked', seats: 0 } }),
  ])
  expect(tallies).toEqual([
    { practice: 'brindle', invited: 3, nominated: 0, declined: 1, silent: 1, asked: 1, seats: 0 },
    { practice: 'ashlarke', invited: 3, nominated: 3, declined: 0, silent: 0, asked: 0, seats: 1 },
  ])
})
