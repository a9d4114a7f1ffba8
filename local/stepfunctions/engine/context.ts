import type { State } from '../asl/definition.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Thread } from '../store/rows.ts'
import type { Live } from './live.ts'

/** `$states.context`: what AWS calls the Context object. */
export function contextOf(live: Live, thread: Thread, state: State, token?: string): JsonObject {
  const { row } = live
  const execution: JsonObject = {
    Id: row.arn,
    Input: live.input,
    StartTime: instant(row.started),
    Name: row.name,
    RoleArn: row.role_arn,
    RedriveCount: row.redrives,
  }
  if (row.redriven !== null) execution['RedriveTime'] = instant(row.redriven)
  const entered: JsonObject = { Name: thread.state, EnteredTime: instant(thread.memo.at) }
  if (state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map') {
    entered['RetryCount'] = thread.memo.retries ?? 0
  }
  const context: JsonObject = {
    Execution: execution,
    StateMachine: { Id: row.version ?? row.machine, Name: row.machine.split(':').at(-1) ?? '' },
    State: entered,
  }
  const item = itemOf(live, thread)
  if (item) context['Map'] = { Item: item }
  if (token !== undefined) context['Task'] = { Token: token }
  return context
}

/** The item of the innermost Map iteration around a thread. */
function itemOf(live: Live, thread: Thread): JsonObject | undefined {
  const parent = thread.parent === null ? undefined : live.threads.get(thread.parent)
  if (!parent) return undefined
  if (live.stateOf(parent).Type === 'Map' && parent.items) return itemAt(parent.items, thread.branch)
  return itemOf(live, parent)
}

export function itemAt(items: Json[], index: number): JsonObject {
  return { Index: index, Value: items[index] ?? null }
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
