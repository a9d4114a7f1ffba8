import { daysAfter } from '../domain/time/day.ts'
import { londonDate, startOf } from '../domain/time/instant.ts'
import type { Timers } from './timers.ts'

/** The hour of the sweep in London, summer and winter, as EventBridge starts it in AWS. */
const FIVE = 5
/** The longest time for which a timer is set; after it, it is set again. */
const longestMs = 60 * 60_000

export interface DailySweep extends Timers {
  /** Resolves when no sweep is under way. */
  idle(): Promise<void>
  swept(): number
  close(): Promise<void>
}

/** Sweeps at once and then every day of the local clock. A sweep that fails is said and made up for by the next. */
export function sweepDaily(options: {
  now: () => number
  sweep: () => Promise<unknown>
  log: (line: string) => void
}): DailySweep {
  const { now, sweep, log } = options
  let nextDue = now()
  let swept = 0
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  async function once(): Promise<void> {
    try {
      await sweep()
    } catch (error) {
      log(`The daily sweep failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    swept += 1
  }

  function actIfDue(): void {
    clearTimeout(timer)
    if (closed) return
    if (now() >= nextDue) {
      nextDue = followingMorning(now())
      running = running.then(once)
    }
    timer = setTimeout(actIfDue, Math.min(Math.max(nextDue - now(), 0), longestMs))
    timer.unref()
  }

  actIfDue()
  return {
    nextDueAt: () => nextDue,
    clockMoved: actIfDue,
    idle: () => running,
    swept: () => swept,
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}

export function followingMorning(instant: number): number {
  const today = londonDate(new Date(instant).toISOString())
  const at = Date.parse(startOf(today, FIVE))
  return at > instant ? at : Date.parse(startOf(daysAfter(today, 1), FIVE))
}
