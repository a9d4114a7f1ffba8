import { describe, expect, test } from 'vitest'
import { instanceSchema } from '../../../domain/panel-draw/instance/instance.ts'
import { prepareOffThread } from '../../../local/draw/prepare-off-thread.ts'

const instance = instanceSchema.parse({ panelSize: 2, pool: ['a', 'b', 'c'].map((entry) => ({ entry })) })
const announcement = {
  ...{ caseId: 'c000000000001', draw: 1, committedAt: '2026-01-05T09:00:00.000Z', noticeHours: 24 },
  source: {
    kind: 'public-numbers' as const,
    sources: ['x'],
    numbers: { count: 6, lowest: 1, highest: 59 },
    publishedFrom: '2026-01-07T09:00:00.000Z',
  },
  fallback: null,
}

describe('preparing a draw in a thread of its own', () => {
  test('gives the terms, while this thread goes on', async () => {
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 1)
    const prepared = await prepareOffThread({ instance, announcement, panels: 30 })
    clearInterval(turning)
    expect(prepared).toMatchObject({ terms: { chances: ['2/3', '2/3', '2/3'] } })
    expect(turns).toBeGreaterThan(5)
  })

  test('gives the relaxations where no panel is possible', async () => {
    const prepared = await prepareOffThread({ instance: { ...instance, panelSize: 4 }, announcement, panels: 30 })
    const limits = [{ limit: 'size', from: 4, to: 3 }]
    expect(prepared).toEqual({ relaxations: [{ changes: 'a panel of 4 → 3', steps: 1, panel: [0, 1, 2], limits }] })
  })

  test('fails as the draw fails', async () => {
    const late = { ...announcement, committedAt: '2026-01-07T08:00:00.000Z' }
    await expect(prepareOffThread({ instance, announcement: late, panels: 30 })).rejects.toThrow('must not exist yet')
  })
})
