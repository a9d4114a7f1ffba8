import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow } from '../store/rows.ts'
import type { Machines } from './machines.ts'
import type { StartRequest } from './services.ts'

/** Calls a function; what it throws is the task's failure. */
export type Invoke = (
  functionName: string,
  payload: unknown,
  context: { executionArn: string; stateName: string; attempt: number },
) => Promise<unknown>

/** What the engine needs around it. */
export interface EngineParts {
  store: ExecutionStore
  machines: Machines
  tokenSecret: string
  clock: { now(): number }
  invoke: Invoke
  random?: () => number
  /** Makes the row of a new execution, or throws ApiError; an execution of that name that still runs is given as it is. */
  prepare: (request: StartRequest) => { row: Omit<ExecutionRow, 'id'>; existing?: ExecutionRow }
}
