import type { WaitState } from '../../asl/definition.ts'
import { offsetDateTime } from '../../asl/timestamp.ts'
import { queryError, wrongType } from '../field.ts'
import { onward, type Visit } from '../visit.ts'

export async function wait(visit: Visit<WaitState>): Promise<void> {
  visit.enter()
  const due = await dueTime(visit)
  visit.live.change(visit.thread, { phase: 'waiting', due })
  visit.services.timerSet(due)
}

export async function waited(visit: Visit<WaitState>): Promise<void> {
  await visit.leave({ ...onward(visit.state), otherwise: visit.thread.input })
}

async function dueTime(visit: Visit<WaitState>): Promise<number> {
  const { state } = visit
  if (state.Timestamp !== undefined) {
    const value = await visit.query(state.Timestamp, 'Timestamp')
    if (typeof value !== 'string') throw wrongType(state.Timestamp, 'Timestamp', 'string', value, visit.scope())
    const due = offsetDateTime(value)
    if (due !== undefined) return due
    throw queryError(
      visit.scope(),
      'Timestamp',
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`,
    )
  }
  const seconds = await visit.number(state.Seconds ?? 0, 'Seconds')
  // The limit of 99,999,999 is on a number in the definition; one from an expression may be larger.
  if (seconds < 0 || !Number.isInteger(seconds)) {
    throw queryError(visit.scope(), 'Seconds', `The Seconds field must be a positive integer: ${seconds}`)
  }
  return Math.min(visit.now + seconds * 1_000, Number.MAX_SAFE_INTEGER)
}
