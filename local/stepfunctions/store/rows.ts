import type { Json } from '../json.ts'

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

export interface ExecutionRow {
  id: number
  arn: string
  machine: string
  version: string | null
  alias: string | null
  name: string
  definition: number
  role_arn: string
  status: ExecutionStatus
  input: string
  output: string | null
  error: string | null
  cause: string | null
  trace_header: string | null
  started: number
  stopped: number | null
  redrives: number
  redriven: number | null
  last_event: number
  last_at: number
  due: number | null
  /** JSON: RedriveToken[]. */
  redrive_tokens: string | null
}

/** A redrive asked for with a clientToken, and when. */
export interface RedriveToken {
  token: string
  at: number
}

export interface EventRow {
  id: number
  previous: number
  at: number
  type: string
  details: string | null
}

/**
 * What a thread is doing:
 * ready — about to enter its state (or, with `memo.again`, to do it again);
 * invoking — its Task's function is being called; token — waits for SendTask…; awaiting — waits for an execution;
 * waiting — a Wait state's timer; retrying — a retrier's timer; forked — its branches or iterations run;
 * joining — these have all ended well; done — a branch that ended (`input` is its output);
 * failed, aborted — how it stood when the execution closed (redrive starts from these).
 */
export type Phase =
  | 'ready'
  | 'invoking'
  | 'token'
  | 'awaiting'
  | 'waiting'
  | 'retrying'
  | 'forked'
  | 'joining'
  | 'done'
  | 'failed'
  | 'aborted'

export interface Memo {
  /** The latest event of this thread: the next one's previousEventId. */
  last: number
  /** The event that entered the current state (0: not entered yet), its own previousEventId, and when. */
  entered: number
  before: number
  at: number
  /** The state was entered before: a retry or a redrive does its work again without entering it. */
  again?: boolean
  /** Retries made, in all and by retrier. */
  retries?: number
  retriers?: number[]
  /** Of a Task under way: its …Scheduled event, the number that makes its token its own, and its limits. */
  scheduled?: number
  nonce?: string
  /** The execution a startExecution task started. */
  child?: string
  timeout?: number
  heartbeat?: number
  heartbeatEvery?: number
  /** Of a Map: how many may run at once, and how many iterations may fail. */
  concurrency?: number
  toleratedCount?: number
  toleratedPercentage?: number
  /** Of an iteration that failed and was tolerated. */
  tolerated?: boolean
}

export interface Thread {
  key: number
  execution: number
  parent: number | null
  branch: number
  scope: number
  state: string
  phase: Phase
  input: Json
  variables: Record<string, Json>
  memo: Memo
  due: number | null
  items: Json[] | null
}
