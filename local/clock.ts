import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeAtomically } from './atomic-file.ts'
import { CannotStart } from './cannot-start.ts'

/**
 * The one clock of everything local: real time plus an offset, which grows when the clock is moved forward and is kept in
 * the data folder (a fresh one may begin behind). Sign-in tokens alone live by real time, as the API verifies them by it.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Moves to an instant; one that has passed already changes nothing. Resolves once the move is durable. */
  moveTo(instant: number): Promise<void>
}

const schema = z.object({ offsetMs: z.number() })

/** @param behindMs how far behind real time a clock begins that has never run; the samples are lived through from there */
export async function openClock(folder: string, realNow: () => number = Date.now, behindMs = 0): Promise<Clock> {
  const file = join(folder, 'clock.json')
  const stored = schema.optional().safeParse(await readJson(file).catch(() => 'unreadable'))
  if (!stored.success) throw new CannotStart(`The local clock cannot be read: ${file} is not what this program wrote.`)
  let offsetMs = stored.data?.offsetMs ?? -behindMs
  if (!stored.data) await writeAtomically(file, JSON.stringify({ offsetMs }))
  return {
    now: () => realNow() + offsetMs,
    async moveTo(instant) {
      const moved = instant - realNow()
      if (moved <= offsetMs) return
      await writeAtomically(file, JSON.stringify({ offsetMs: moved }))
      offsetMs = moved
    },
  }
}

export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
