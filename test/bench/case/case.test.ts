import { expect, test } from 'vitest'
import { wholeCase } from '../../../bench/case/case.ts'
import { tinyRun } from '../figures.ts'

test('the beginning of a case takes what it needs, and its requests are all counted', async () => {
  const figures = await tinyRun(wholeCase)
  const of = (what: string) => figures.get(what)?.value ?? Number.NaN
  // A wait that is woken while it is asked for looks once more: seldom, and not for ever.
  for (const what of ['transitions, of the least', 'invocations, of the least']) {
    expect(of(what)).toBeGreaterThanOrEqual(1)
    expect(of(what)).toBeLessThanOrEqual(1.5)
  }
  const askers = ['commands', 'views', 'steps', 'the stream consumer', 'the daily sweep']
  for (const kind of ['reads', 'writes'])
    expect(askers.reduce((sum, who) => sum + of(`table ${kind} by ${who}`), 0)).toBe(of(`table ${kind}`))
  // What is over is the consumer's: its looks, and that a mail is sent once.
  const least = of('table writes') / of('table writes, of the least')
  expect(of('table writes by commands') + of('table writes by steps')).toBeLessThanOrEqual(1.5 * least)
})
