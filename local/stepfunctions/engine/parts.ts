import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow } from '../store/rows.ts'
import type { Machines } from './machines.ts'
import type { StartRequest } from './services.ts'

/** Calls a function; what it throws is the task's failure. */
export type Invoke = (functionName: string, payload: unknown, context: InvokeContext) => Promise<unknown>

export interface InvokeContext {
  executionArn: string
  stateName: string
  /** Counts the retries, from 1. */
  attempt: number
  /** The version or alias of the function, where the task names one. */
  qualifier: string | undefined
  /** Aborted when Step Functions closes; the call is made again at the next opening. */
  signal: AbortSignal
}

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
  /** Whether a state machine has been deleted while executions of it were running. */
  deleted: (machine: string) => boolean
  /** An execution of this state machine has closed. */
  closed: (machine: string) => void
}
