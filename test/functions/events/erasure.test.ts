import { expect, test } from 'vitest'
import { decideErasure } from '../../../domain/case/erasure.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { handler as sweep } from '../../../functions/events/sweep.ts'
import { audiences, rowIn } from '../../../functions/store/audiences.ts'
import { rowsOf } from '../../../functions/store/rows.ts'
import { refusedWith } from '../../domain/story.ts'
import { mailWorld } from './mail-world.ts'

const pam: Actor = { person: 'pam', as: 'programme-manager' }
const dev: Actor = { person: 'dev', as: 'deputy-programme-manager' }
const nextMonday = '2026-01-12T05:00:00.000Z'

const ask = { type: 'ErasureAsked', data: { sequence: 2, reason: 'The person asked for it.' } } as const

async function ended() {
  const world = await mailWorld()
  await world.happen([{ type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'No.' } }])
  world.told()
  return world
}

test('an erasure that was asked for tells whoever may be the second, waits with its age, and is told again on Mondays', async () => {
  const { happen, theCase, told, at } = await ended()
  await happen([ask], pam)
  expect(told()).toEqual(['dev: Somebody asked to erase a part of the record'])
  const rows = rowsOf(await theCase())
  const waiting = rows.filter(({ sk }) => sk.endsWith('#erasures'))
  expect(waiting.map(({ pk }) => pk)).toEqual(['LIST#programme-manager', 'LIST#approver'])
  // 10 working days: the end of Monday 19 January.
  expect(waiting[0]?.body).toMatchObject({
    erasures: { count: 1, since: '2026-01-05T09:00:00.000Z', dueAt: '2026-01-20T00:00:00.000Z' },
  })
  const onBoard = rows.find(({ pk }) => pk === 'LIST#board')
  expect(onBoard?.sk.slice(0, 5)).toBe('open#')
  expect(onBoard && rowIn(audiences.board, onBoard).erasures).toEqual(
    waiting[0] && rowIn(audiences.waiting({ kind: 'approver' }), waiting[0]).erasures,
  )
  at(nextMonday)
  await sweep()
  expect(told()).toContain('dev: Waiting for you')
})

test('it is taken back by whoever asked, with a reason, and nobody is waited for any more', async () => {
  const { happen, theCase } = await ended()
  const back = { type: 'TakeBackErasure', sequence: 2, reason: 'A mistake.', event: undefined } as const
  const event = { entry: { type: 'ProposalAccepted' }, payload: {} }
  const before = await theCase()
  expect(refusedWith(() => decideErasure(before, { ...back, event }, pam, nextMonday))).toBe('NotFound')
  await happen([ask], pam)
  const asked = await theCase()
  expect(refusedWith(() => decideErasure(asked, { ...back, event }, dev, nextMonday))).toBe('NotAllowed')
  await happen(decideErasure(asked, { ...back, event }, pam, nextMonday), pam)
  const after = await theCase()
  expect(rowsOf(after)).toEqual(rowsOf(before))
  expect(refusedWith(() => decideErasure(after, { ...back, type: 'ErasePayload', event }, dev, nextMonday))).toBe(
    'TooEarly',
  )
})
