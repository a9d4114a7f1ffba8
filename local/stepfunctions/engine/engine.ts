import type { Json } from '../json.ts'
import { limits } from '../limits.ts'
import { Queries } from '../query/queries.ts'
import type { Question } from '../query/question.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import { advance, concerns, type Happening } from './advance.ts'
import { breakOff, Fatal } from './break-off.ts'
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
import { Closed, Turns } from './turns.ts'

/** Another execution has taken the name since this step asked for it: the step is made again. */
class Overtaken extends Error {}

/** Moves executions on: a step at a time, each committed before the next. */
export class Engine implements Services {
  readonly tokens: Tokens
  readonly random: () => number
  readonly #parts: EngineParts
  readonly #store: ExecutionStore
  readonly #queries = new Queries()
  readonly #turns = new Turns()
  readonly #calls = new Calls()
  readonly #residents: Residents
  readonly #timers: Timers
  #halted = false
  /** Executions up to this number were there when the last process died; one of their steps may have been why. */
  #suspects = 0

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#store = parts.store
    this.tokens = new Tokens(parts.tokenSecret)
    this.random = parts.random ?? Math.random
    this.#residents = new Residents(parts.store, parts.machines)
    this.#timers = new Timers({
      now: () => this.now(),
      next: (after) => this.#store.nextDue(after),
      due: (count) => this.#store.due(this.now(), count),
      fire: ({ execution, thread, due }, fired) => {
        if (thread === null) this.#step(execution, () => this.#timeOut(execution, due), fired)
        else this.#step(execution, () => this.#take(execution, thread, { kind: 'timer', due }), fired)
      },
    })
  }

  now(): number {
    return this.#parts.clock.now()
  }

  /** Takes up what the last process left: threads with something to do. */
  recover(): void {
    if (this.#store.begun.open()) this.#suspects = this.#store.lastId()
    for (const execution of this.#store.begun.fatal(limits.fatalSteps)) {
      const cause = `Step Functions ended ${limits.fatalSteps} times while it took the same step of this execution.`
      this.#step(execution, () => void this.#breakOff(execution, new Fatal(cause)))
    }
    for (const { execution, key, phase } of this.#store.threads.busy()) {
      this.#happen(execution, key, { kind: phase === 'invoking' ? 'recovered' : 'turn' })
    }
    for (const { execution, key, child } of this.#store.closedAwaited()) {
      this.#happen(execution, key, { kind: 'closed', child })
    }
    for (const { id, cause } of this.#store.letGo()) this.#stopLater(id, cause)
    this.#timers.ring()
  }

  // What the states ask for.

  ready(live: Live, thread: Thread): void {
    live.after(() => this.#happen(live.row.id, thread.key, { kind: 'turn' }))
  }

  evaluate(live: Live, question: Question): Promise<Json | undefined> {
    return this.#queries.evaluate(question, (work) => this.#turns.aside(live.row.id, work))
  }

  invoke(
    live: Live,
    thread: Thread,
    { name, qualifier }: { name: string; qualifier: string | undefined },
    payload: Json,
  ): void {
    const { id: execution, arn: executionArn } = live.row
    const { scheduled = 0, retries = 0 } = thread.memo
    const { signal } = this.#calls
    const context = { executionArn, stateName: thread.state, attempt: retries + 1, signal, qualifier }
    this.#residents.hold(execution)
    this.#calls.make(
      () => this.#parts.invoke(name, payload, context),
      (outcome) => {
        this.#happen(execution, thread.key, { kind: 'invoked', scheduled, outcome, qualifier })
        this.#residents.release(execution)
      },
    )
  }

  start(live: Live, request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const made: ExecutionRow = { ...row, id: 0 }
    live.also(() => {
      if (this.#store.byArn(row.arn)) throw new Overtaken()
      made.id = this.#insert(row)
    })
    live.after(() => this.#begin(made))
    return made
  }

  /** Stops the execution a task was waiting for, as AWS does when the task is given up: in a commit of its own. */
  letGo(live: Live, thread: Thread): void {
    const { child } = thread.memo
    const row = thread.phase === 'awaiting' && child !== undefined ? this.#store.byArn(child) : undefined
    if (row?.status !== 'RUNNING') return
    const cause = `The Task state in AWS Step Functions execution [${live.row.arn}] which was managing this resource was aborted`
    live.also(() => this.#store.markLetGo(row.id, cause))
    live.after(() => this.#stopLater(row.id, cause))
  }

  timerSet(due: number): void {
    this.#timers.set(due)
  }

  closed(live: Live): void {
    const { arn, machine } = live.row
    live.after(() => {
      this.#parts.closed(machine)
      for (const { key, execution } of this.#store.threads.awaiting(arn)) {
        this.#happen(execution, key, { kind: 'closed', child: live.row })
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
  async answer(
    token: string,
    happening: Extract<Happening, { kind: 'answered' | 'heartbeat' }>,
  ): Promise<boolean | undefined> {
    const content = this.tokens.read(token)
    if (!content) return undefined
    const execution = this.#store.threads.executionOf(content.thread) ?? 0
    return this.#turns.request(execution, async () => {
      const thread = this.#residents.read(execution)?.threads.get(content.thread)
      if (!thread || !concerns(happening, thread) || thread.memo.nonce !== content.nonce) return false
      await this.#take(execution, content.thread, happening)
      return true
    })
  }

  stop(execution: number, why: { error?: string | undefined; cause?: string | undefined }): Promise<Live | undefined> {
    return this.#turns.request(execution, () =>
      this.#change(execution, (live) => {
        if (live.open) abandon(this, live, 'ABORTED', why)
      }),
    )
  }

  /** `token` makes asking twice one redrive (API reference, RedriveExecution). */
  redrive(execution: number, token: string | undefined): Promise<Live | undefined> {
    return this.#turns.request(execution, () =>
      this.#change(execution, (live) => {
        if (!live.open) redrive(this, live, token)
      }),
    )
  }

  // Timers.

  nextDueAt(): number | undefined {
    return this.#store.nextDue()
  }

  /** Fires the timers that are due, in the order of their times. */
  fireDue(): void {
    this.#timers.ring()
  }

  async #timeOut(execution: number, due: number): Promise<void> {
    await this.#change(execution, (live) => {
      if (live.row.due === due) abandon(this, live, 'TIMED_OUT')
    })
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

  /** What is being evaluated or called is given up, and begins anew at the next opening. */
  async close(): Promise<void> {
    this.#timers.stop()
    this.#turns.close('This Step Functions is closed')
    this.#calls.close()
    await this.#queries.close()
    await this.#turns.empty()
    if (!this.#halted) this.#store.begun.close()
  }

  // Steps.

  #happen(execution: number, thread: number, happening: Happening): void {
    this.#step(execution, () => this.#take(execution, thread, happening))
  }

  #step(execution: number, step: () => Promise<void> | void, after?: () => void): void {
    this.#residents.hold(execution)
    this.#turns.step(execution, async () => {
      try {
        await step()
      } finally {
        this.#residents.release(execution)
        after?.()
      }
    })
  }

  async #take(execution: number, key: number, happening: Happening): Promise<void> {
    await this.#change(execution, async (live) => {
      const thread = live.threads.get(key)
      if (!live.open || !thread || !concerns(happening, thread)) return
      if (this.#parts.deleted(live.row.machine)) throw new Fatal(`State machine ${nameOf(live)} has been deleted.`)
      await advance(this, live, thread, happening, (of) => this.#parameters(live, of))
    })
  }

  #stopLater(execution: number, cause: string): void {
    // Refused only when this engine is closing; it is stopped at the next opening.
    void this.stop(execution, { cause }).catch(() => undefined)
  }

  /** A step of an execution: all that `work` changes is committed, or nothing of it. */
  async #change(execution: number, work: (live: Live) => Promise<void> | void): Promise<Live | undefined> {
    const live = this.#residents.read(execution)
    if (!live) return undefined
    try {
      this.#note(live)
      await work(live)
      this.#commit(live)
      return live
    } catch (error) {
      this.#residents.drop(execution)
      if (error instanceof Overtaken) return this.#change(execution, work)
      if (error instanceof Closed) throw error
      if (isDatabaseError(error)) throw this.#halt(error)
      return this.#breakOff(execution, error)
    }
  }

  /** A step that ends the process each time is known by being begun again and again. */
  #note(live: Live): void {
    if (live.row.id > this.#suspects || !live.open) return
    this.#store.begun.note(live.row.id, live.row.last_event)
    live.also(() => this.#store.begun.forget(live.row.id))
  }

  #breakOff(execution: number, error: unknown): Live | undefined {
    const live = this.#residents.read(execution)
    if (!live?.open) return live
    try {
      breakOff(this, live, error)
      live.also(() => this.#store.begun.forget(execution))
      this.#commit(live)
      return live
    } catch (second) {
      this.#residents.drop(execution)
      throw this.#halt(second)
    }
  }

  /** Nothing can be committed (a full disk, say): everything stands as it was, and goes on at the next opening. */
  #halt(error: unknown): unknown {
    console.error('Step Functions: the database failed; nothing goes on until it is opened again', error)
    this.#halted = true
    this.#timers.stop()
    this.#turns.close(`The database failed: ${error instanceof Error ? error.message : String(error)}`)
    this.#calls.close()
    return error
  }

  #parameters(live: Live, thread: Thread): string {
    const event = this.#store.event(live.row.id, thread.memo.scheduled ?? 0)
    const details = JSON.parse(event?.details ?? '{}') as { parameters?: string; input?: string }
    return details.parameters ?? details.input ?? 'null'
  }

  #commit(live: Live): void {
    live.commit(this.#store, (thread) => this.#happen(live.row.id, thread.key, { kind: 'turn' }))
  }

  #insert(row: Omit<ExecutionRow, 'id'>): number {
    return insertExecution(this.#store, row, this.#parts.machines.get(row.definition).definition.StartAt)
  }

  #begin(row: ExecutionRow): void {
    if (row.due !== null) this.timerSet(row.due)
    for (const thread of this.#store.threads.of(row.id)) this.#happen(row.id, thread.key, { kind: 'turn' })
  }
}

function nameOf(live: Live): string {
  return live.row.machine.split(':').at(-1) ?? ''
}

function isDatabaseError(error: unknown): error is Error {
  return error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR'
}
