import type { Json } from '../json.ts'
import { Queries } from '../query/queries.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import { advance, concerns, type Happening } from './advance.ts'
import { breakOff } from './break-off.ts'
import { Calls } from './calls.ts'
import { abandon } from './ending.ts'
import { insertExecution } from './insert-execution.ts'
import type { Live } from './live.ts'
import type { EngineParts } from './parts.ts'
import { redrive } from './redrive.ts'
import { Residents } from './residents.ts'
import type { Services, StartRequest } from './services.ts'
import { Timers } from './timers.ts'
import { Tokens } from './tokens.ts'
import { Turns } from './turns.ts'

/** Moves executions on: a step at a time, each committed before the next. */
export class Engine implements Services {
  readonly tokens: Tokens
  readonly queries = new Queries()
  readonly random: () => number
  readonly #parts: EngineParts
  readonly #store: ExecutionStore
  readonly #turns = new Turns()
  readonly #calls = new Calls()
  readonly #residents: Residents
  readonly #timers: Timers

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#store = parts.store
    this.tokens = new Tokens(parts.tokenSecret)
    this.random = parts.random ?? Math.random
    this.#residents = new Residents(parts.store, parts.machines)
    this.#timers = new Timers(
      () => this.now(),
      () => this.nextDueAt(),
      () => this.fireDue(),
    )
  }

  now(): number {
    return this.#parts.clock.now()
  }

  /** Takes up what the last process left: threads with something to do. Waiting ones are not even read. */
  recover(): void {
    for (const { execution, key, phase, child } of this.#store.threads.busy()) {
      const closed = child === null ? undefined : this.#store.byArn(child)
      if (phase === 'invoking') this.#step(execution, key, { kind: 'recovered' })
      else if (phase !== 'awaiting') this.#step(execution, key, { kind: 'turn' })
      else if (closed && closed.status !== 'RUNNING') this.#step(execution, key, { kind: 'closed', child: closed })
    }
    this.#timers.arm()
  }

  // What the states ask for.

  ready(live: Live, thread: Thread): void {
    live.after(() => this.#step(live.row.id, thread.key, { kind: 'turn' }))
  }

  invoke(live: Live, thread: Thread, functionName: string, payload: Json): void {
    const { id: execution, arn: executionArn } = live.row
    const { scheduled = 0, retries = 0 } = thread.memo
    const context = { executionArn, stateName: thread.state, attempt: retries + 1 }
    this.#residents.hold(execution)
    this.#calls.make(
      () => this.#parts.invoke(functionName, payload, context),
      (outcome) => {
        this.#step(execution, thread.key, { kind: 'invoked', scheduled, outcome })
        this.#residents.release(execution)
      },
    )
  }

  start(live: Live, request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const made: ExecutionRow = { ...row, id: 0 }
    live.also(() => {
      made.id = this.#insert(row)
    })
    live.after(() => this.#begin(made))
    return made
  }

  /** Stops the execution a task was waiting for, as AWS does when the task is given up. */
  letGo(live: Live, thread: Thread): void {
    const { child } = thread.memo
    if (thread.phase !== 'awaiting' || child === undefined) return
    const cause = `The Task state in AWS Step Functions execution [${live.row.arn}] which was managing this resource was aborted`
    // Refused only when this engine is closing; the execution then simply goes on.
    live.after(() => void this.stop(child, { cause }).catch(() => undefined))
  }

  timerSet(due: number): void {
    this.#timers.set(due)
  }

  closed(live: Live): void {
    live.after(() => {
      for (const { key, execution } of this.#store.threads.awaiting(live.row.arn)) {
        this.#step(execution, key, { kind: 'closed', child: live.row })
      }
    })
  }

  // What is asked for from outside.

  /** Starts an execution in a commit of its own. */
  startNow(request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const made = { ...row, id: this.#store.commit(() => this.#insert(row)) }
    this.#begin(made)
    return made
  }

  /** Gives false when no task waits for this token any more, undefined when it never was one. */
  answer(
    token: string,
    happening: Extract<Happening, { kind: 'answered' | 'heartbeat' }>,
  ): Promise<boolean | undefined> {
    return this.#turns.request(async () => {
      const content = this.tokens.read(token)
      if (!content) return undefined
      const execution = this.#store.threads.executionOf(content.thread) ?? 0
      const thread = this.#residents.read(execution)?.threads.get(content.thread)
      if (!thread || !concerns(happening, thread) || thread.memo.nonce !== content.nonce) return false
      await this.#take(execution, content.thread, happening)
      return true
    })
  }

  stop(
    arn: string,
    why: { error?: string | undefined; cause?: string | undefined },
  ): Promise<ExecutionRow | undefined> {
    return this.#turns.request(() => {
      const live = this.#residents.read(this.#store.byArn(arn)?.id ?? 0)
      if (live?.open) {
        abandon(this, live, 'ABORTED', why)
        this.#commit(live)
      }
      return live?.row
    })
  }

  redrive(arn: string): Promise<ExecutionRow | undefined> {
    return this.#turns.request(() => {
      const live = this.#residents.read(this.#store.byArn(arn)?.id ?? 0)
      if (live && !live.open) {
        redrive(this, live)
        this.#commit(live)
      }
      return live?.row
    })
  }

  // Timers.

  nextDueAt(): number | undefined {
    return this.#store.nextDue()?.due
  }

  /** Fires the timers that are due, in the order of their times. */
  fireDue(): void {
    this.#turns.step(async () => {
      const next = this.#store.nextDue()
      if (!next || next.due > this.now()) return this.#timers.arm()
      if (next.thread === null) this.#timeOut(next.execution)
      else await this.#take(next.execution, next.thread, { kind: 'timer' })
      this.fireDue()
    })
  }

  #timeOut(execution: number): void {
    const live = this.#residents.read(execution)
    if (!live) return
    abandon(this, live, 'TIMED_OUT')
    this.#commit(live)
  }

  /** Resolves when no step is left, no function is being called and no timer is due. */
  async idle(): Promise<void> {
    for (;;) {
      await this.#turns.empty()
      if (this.#turns.closed) return
      if (!this.#calls.none) await this.#calls.allAnswered()
      else if ((this.nextDueAt() ?? Number.POSITIVE_INFINITY) <= this.now()) this.fireDue()
      else if (!this.#turns.waiting) return
    }
  }

  async close(): Promise<void> {
    this.#timers.stop()
    await this.#turns.close('This Step Functions is closed')
    await this.queries.close()
    this.#calls.letGo()
  }

  // Steps.

  #step(execution: number, thread: number, happening: Happening): void {
    this.#residents.hold(execution)
    this.#turns.step(async () => {
      await this.#take(execution, thread, happening)
      this.#residents.release(execution)
    })
  }

  async #take(execution: number, key: number, happening: Happening): Promise<void> {
    const live = this.#residents.read(execution)
    const thread = live?.threads.get(key)
    if (!live?.open || !thread || !concerns(happening, thread)) return
    try {
      await advance(this, live, thread, happening, (of) => this.#parameters(live, of))
      this.#commit(live)
    } catch (error) {
      this.#residents.drop(execution)
      if (isDatabaseError(error)) return this.#halt(error)
      const read = this.#residents.read(execution)
      if (!read?.open) return
      breakOff(this, read, error)
      this.#commit(read)
    }
  }

  /** Nothing can be committed (a full disk, say): everything stands as it was, and goes on at the next opening. */
  #halt(error: Error): void {
    console.error('Step Functions: the database failed; nothing goes on until it is opened again', error)
    this.#timers.stop()
    void this.#turns.close(`The database failed: ${error.message}`)
    this.#calls.letGo()
  }

  #parameters(live: Live, thread: Thread): string {
    const event = this.#store.event(live.row.id, thread.memo.scheduled ?? 0)
    const details = JSON.parse(event?.details ?? '{}') as { parameters?: string; input?: string }
    return details.parameters ?? details.input ?? 'null'
  }

  #commit(live: Live): void {
    live.commit(this.#store, (thread) => this.#step(live.row.id, thread.key, { kind: 'turn' }))
  }

  #insert(row: Omit<ExecutionRow, 'id'>): number {
    return insertExecution(this.#store, row, this.#parts.machines.get(row.definition).definition.StartAt)
  }

  #begin(row: ExecutionRow): void {
    if (row.due !== null) this.timerSet(row.due)
    for (const thread of this.#store.threads.of(row.id)) this.#step(row.id, thread.key, { kind: 'turn' })
  }
}

function isDatabaseError(error: unknown): error is Error {
  return error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR'
}
