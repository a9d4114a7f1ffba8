import { type Clock, instantOf } from './clock.ts'
import type { Timers } from './timers.ts'

/** How often a timer may remain due at the same instant before it is called stuck. */
const patience = 20

/**
 * Lives through the time until `to`: stops at every instant at which a timer is due, in order, and lets everything settle
 * before it goes on; what happens there may set new timers. Calls are made one after another.
 */
export function advancing(clock: Clock, timers: Timers[], settled: () => Promise<void>): (to: number) => Promise<void> {
  let last = Promise.resolve()
  return (to) => {
    const turn = last.then(() => advance(to))
    last = turn.catch(() => undefined)
    return turn
  }

  async function advance(to: number): Promise<void> {
    let repeated = 0
    let before = Number.NEGATIVE_INFINITY
    await settled()
    for (;;) {
      const due = nextDue()
      if (due === undefined || due > to) break
      repeated = due <= before ? repeated + 1 : 0
      if (repeated > patience)
        throw new Error(`A timer due at ${instantOf(due)} does not act, so the clock stays there.`)
      before = Math.max(before, due)
      await move(due)
    }
    await move(to)
  }

  async function move(to: number): Promise<void> {
    await clock.moveTo(to)
    for (const one of timers) one.clockMoved()
    await settled()
  }

  function nextDue(): number | undefined {
    const dues = timers.map((one) => one.nextDueAt()).filter((due) => due !== undefined)
    return dues.length > 0 ? Math.min(...dues) : undefined
  }
}
