import { expect, test } from 'vitest'
import { inBatches, untilDone } from '../../../functions/store/batch.ts'

test('what a batch left undone is sent again, after longer and longer', async () => {
  const [sent, pauses]: [string[][], number[]] = [[], []]
  const leave = [['b', 'c'], ['c'], ['c'], []]
  const send = async (items: string[]) => {
    sent.push(items)
    return leave[sent.length - 1] ?? []
  }
  await untilDone(['a', 'b', 'c'], send, async (pause) => void pauses.push(pause))
  expect(sent).toEqual([['a', 'b', 'c'], ['b', 'c'], ['c'], ['c']])
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(25 * 2 ** index)
    expect(pause).toBeLessThanOrEqual(50 * 2 ** index)
  }
  expect(pauses).toHaveLength(3)
})

test('it is given up, and said', async () => {
  let times = 0
  const send = async (items: string[]) => {
    times += 1
    return items
  }
  await expect(untilDone(['a', 'b'], send, async () => {})).rejects.toThrow('left 2 items of a batch undone, 9 times')
  expect(times).toBe(9)
})

test('a batch is no larger than it may be, and nothing is lost between two', () => {
  expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(inBatches([], 2)).toEqual([])
})
