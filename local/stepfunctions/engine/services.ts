import type { Json } from '../json.ts'
import type { Question } from '../query/question.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import type { Live } from './live.ts'
import type { Tokens } from './tokens.ts'

export interface StartRequest {
  target: string
  input: string
  name: string
  traceHeader: string | null
}

/** What the work of a state may ask of the engine around it. */
export interface Services {
  now(): number
  random(): number
  tokens: Tokens
  /** Evaluates an expression for a step of this execution; others may take their turn meanwhile. */
  evaluate(live: Live, question: Question): Promise<Json | undefined>
  /** Lets the thread take its next step. */
  ready(live: Live, thread: Thread): void
  /** Calls a function; its outcome comes back as a step of the thread. */
  invoke(live: Live, thread: Thread, called: { name: string; qualifier: string | undefined }, payload: Json): void
  /** Starts another execution as a part of the commit under way. Throws ApiError. */
  start(live: Live, request: StartRequest): ExecutionRow
  /** Stops the execution a task was waiting for, if it was. */
  letGo(live: Live, thread: Thread): void
  /** Some thread's timer was set for this time. */
  timerSet(due: number): void
  /** Something waits for this execution, which has closed. */
  closed(live: Live): void
}
