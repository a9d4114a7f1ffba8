import { expect, test } from 'vitest'
import { draw } from '../../../bench/draw/draw.ts'
import { tinyRun } from '../figures.ts'

test('draws are timed, with the memory they take and the verifying of a certificate', async () => {
  const figures = await tinyRun(draw)
  const timed = [...figures.values()].filter(({ unit }) => unit === 's')
  expect(timed.map(({ samples }) => samples)).toEqual([2, 1])
  expect(figures.get('memory of a process that draws these, at most')?.value).toBeGreaterThan(30)
})
