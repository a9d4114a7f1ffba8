import { expect, test } from 'vitest'
import { wholeCase } from '../../../bench/case/case.ts'
import { tinyRun } from '../figures.ts'

test('the beginning of a case takes what it needs, and its requests are all counted', async () => {
  const figures = await tinyRun(wholeCase)
  const of = (what: string) => figures.get(what)?.value ?? Number.NaN
  expect(of('transitions, of the least')).toBe(1)
  expect(of('invocations, of the least')).toBe(1)
  expect(of('table writes, of the least')).toBeLessThan(1.1)
  const readers = ['commands', 'views', 'steps', 'the stream consumer', 'the daily sweep']
  expect(readers.reduce((sum, who) => sum + of(`table reads by ${who}`), 0)).toBe(of('table reads'))
})
