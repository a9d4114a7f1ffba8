import { expect, test } from 'vitest'
import { reached } from '../../../bench/bench.ts'
import { board } from '../../../bench/board/board.ts'
import { tinyRun } from '../figures.ts'

test('every list asks the same of the table, whether there are 10 cases or 660', async () => {
  const figures = [...(await tinyRun(board)).values()]
  expect(figures.filter((figure) => reached(figure) === false).map(({ what }) => what)).toEqual([])
  expect(figures.filter(({ reach }) => reach).length).toBe(28)
})
