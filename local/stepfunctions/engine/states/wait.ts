import type { WaitState } from '../../asl/definition.ts'
import { offsetDateTime } from '../../asl/timestamp.ts'
import { limits } from '../../limits.ts'
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
  if (seconds < 0 || seconds > limits.timeoutSeconds) {
    throw queryError(
      visit.scope(),
      'Seconds',
      `The Seconds field must be a number from 0 to ${limits.timeoutSeconds}: ${seconds}`,
    )
  }
  return visit.now + Math.floor(seconds) * 1_000
}
