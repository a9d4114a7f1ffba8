import { parseJson } from '../json.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow } from '../store/rows.ts'

/** Writes an execution as it is born: its row, the first event of its history, and the one thread that begins. */
export function insertExecution(store: ExecutionStore, row: Omit<ExecutionRow, 'id'>, startAt: string): number {
  const id = store.insertExecution(row)
  const details = JSON.stringify({
    input: row.input,
    roleArn: row.role_arn,
    ...(row.version ? { stateMachineVersionArn: row.version } : {}),
    ...(row.alias ? { stateMachineAliasArn: row.alias } : {}),
  })
  store.insertEvent(id, { id: 1, previous: 0, at: row.started, type: 'ExecutionStarted', details })
  store.threads.insert({
    execution: id,
    parent: null,
    branch: 0,
    scope: 0,
    state: startAt,
    phase: 'ready',
    input: parseJson(row.input),
    variables: {},
    memo: { last: 0, entered: 0, before: 0, at: 0 },
    due: null,
    items: null,
  })
  return id
}
