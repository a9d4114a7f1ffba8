import type { Definition } from '../asl/definition.ts'
import { type Machine, machineOf } from '../asl/machine.ts'
import { type Json, parseJson } from '../json.ts'
import { limits } from '../limits.ts'
import { Queries } from '../query/queries.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { ExecutionRow, Phase, Thread } from '../store/rows.ts'
import { advance, type Happening } from './advance.ts'
import { abandon } from './ending.ts'
import { FunctionError } from './function-error.ts'
import { insertExecution } from './insert-execution.ts'
import { HistoryFull, Live } from './live.ts'
import type { EngineParts } from './parts.ts'
import type { Services, StartRequest } from './services.ts'
import type { Outcome } from './states/task-events.ts'
import { Timers } from './timers.ts'
import { Tokens } from './tokens.ts'
import { Turns } from './turns.ts'

/** Moves executions on: a step at a time, each committed before the next. */
export class Engine implements Services {
  readonly turns = new Turns()
  readonly tokens: Tokens
  readonly queries = new Queries()
  readonly random: () => number
  readonly #parts: EngineParts
  readonly #store: ExecutionStore
  readonly #timers: Timers
  readonly #live = new Map<number, Live>()
  /** How many steps and calls are still to come for an execution in memory. */
  readonly #pending = new Map<number, number>()
  readonly #machines = new Map<number, Machine>()
  #calls = 0
  #quiet: (() => void)[] = []
  #closed = false

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#store = parts.store
    this.tokens = new Tokens(parts.tokenSecret)
    this.random = parts.random ?? Math.random
    this.#timers = new Timers(
      () => parts.clock.now(),
      () => this.#store.nextDue()?.due,
      () => this.fireDue(),
    )
  }

  now(): number {
    return this.#parts.clock.now()
  }

  /** Takes up what the last process left: threads with something to do. Waiting ones are not even read. */
  recover(): void {
    for (const { execution, key, phase } of this.#store.busy()) this.#recoverThread(execution, key, phase)
    this.#timers.arm()
  }

  #recoverThread(execution: number, key: number, phase: Phase): void {
    if (phase === 'invoking') return void this.#step(execution, key, { kind: 'recovered' }, () => true)
    if (phase !== 'awaiting') return void this.#step(execution, key, { kind: 'turn' }, () => true)
    this.#hold(execution)
    this.turns.step(async () => {
      const child = this.#read(execution)?.threads.get(key)?.memo.child
      const row = child === undefined ? undefined : this.#store.byArn(child)
      if (row && row.status !== 'RUNNING') this.#closedFor(key, execution, row)
      this.#release(execution)
    })
  }

  // --- what the states ask for ---

  ready(live: Live, thread: Thread): void {
    live.after(() => this.#step(live.row.id, thread.key, { kind: 'turn' }, (now) => turns.has(now.phase)))
  }

  invoke(live: Live, thread: Thread, functionName: string, payload: Json): void {
    const { scheduled } = thread.memo
    const context = { executionArn: live.row.arn, stateName: thread.state, attempt: (thread.memo.retries ?? 0) + 1 }
    const { id: execution } = live.row
    this.#hold(execution)
    this.#calls++
    const answer = (outcome: Outcome): void => {
      this.#calls--
      this.#step(
        execution,
        thread.key,
        { kind: 'invoked', outcome },
        (now) => now.phase === 'invoking' && now.memo.scheduled === scheduled,
      )
      this.#release(execution)
      this.#settleQuiet()
    }
    void Promise.resolve()
      .then(() => this.#parts.invoke(functionName, payload, context))
      .then((value) => ({ result: value === undefined ? null : parseJson(JSON.stringify(value)) }))
      .catch((error: unknown) => FunctionError.outcome(error))
      .then(answer)
  }

  start(live: Live, request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) {
      if (request.awaitedBy !== null) live.after(() => this.#adopt(existing, request.awaitedBy ?? 0))
      return existing
    }
    const made: ExecutionRow = { ...row, id: 0 }
    live.also(() => {
      made.id = this.#insert(row)
    })
    live.after(() => this.#begin(made))
    return made
  }

  execution(arn: string): ExecutionRow | undefined {
    return this.#store.byArn(arn)
  }

  timerSet(due: number): void {
    this.#timers.set(due)
  }

  closed(live: Live): void {
    live.after(() => {
      const { awaited_by: thread } = live.row
      if (thread === null) return
      const execution = this.#store.executionOfThread(thread)
      if (execution !== undefined) this.#closedFor(thread, execution, live.row)
    })
    if (live.row.status !== 'ABORTED' && live.row.status !== 'TIMED_OUT') return
    for (const thread of live.threads.values()) {
      const { child } = thread.memo
      if (child !== undefined) live.after(() => void this.stop(child, {}).catch(() => undefined))
    }
  }

  // --- what is asked for from outside ---

  /** Starts an execution in a commit of its own. */
  startNow(request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const id = this.#store.commit(() => this.#insert(row))
    const made = { ...row, id }
    this.#begin(made)
    return made
  }

  /** Gives false when no task waits for this token any more, undefined when it never was one. */
  answer(
    token: string,
    happening: Extract<Happening, { kind: 'answered' | 'heartbeat' }>,
  ): Promise<boolean | undefined> {
    return this.turns.request(async () => {
      const content = this.tokens.read(token)
      if (!content) return undefined
      const execution = this.#store.executionOfThread(content.thread)
      if (execution === undefined) return false
      const live = this.#read(execution)
      const thread = live?.threads.get(content.thread)
      if (!thread || !tokenPhases.has(thread.phase) || thread.memo.nonce !== content.nonce) return false
      await this.#take(execution, content.thread, happening)
      return true
    })
  }

  stop(
    arn: string,
    details: { error?: string | undefined; cause?: string | undefined },
  ): Promise<ExecutionRow | undefined> {
    return this.turns.request(() => {
      const row = this.#store.byArn(arn)
      const live = row?.status === 'RUNNING' ? this.#read(row.id) : undefined
      if (!live) return row
      abandon(this, live, 'ABORTED', details)
      this.#commit(live)
      return live.row
    })
  }

  /** A closed execution goes on from the states that did not succeed. */
  redrive(arn: string): Promise<ExecutionRow> {
    return this.turns.request(() => {
      const row = this.#store.byArn(arn)
      const live = row && this.#read(row.id)
      if (!live) throw new Error(`No execution ${arn}`)
      const now = this.now()
      Object.assign(live.row, {
        status: 'RUNNING',
        stopped: null,
        error: null,
        cause: null,
        output: null,
        redriven: now,
      })
      live.row.redrives++
      const { TimeoutSeconds: seconds } = live.machine.definition
      live.row.due = seconds === undefined ? null : now + seconds * 1_000
      live.touch()
      const event = live.event(
        now,
        undefined,
        'ExecutionRedriven',
        { redriveCount: live.row.redrives },
        { previous: live.row.last_event },
      )
      for (const thread of live.threads.values()) this.#redriveThread(live, thread, event)
      this.#commit(live)
      if (live.row.due !== null) this.timerSet(live.row.due)
      return live.row
    })
  }

  #redriveThread(live: Live, thread: Thread, event: number): void {
    if (thread.phase !== 'failed' && thread.phase !== 'aborted') return
    const branches = live.children(thread)
    if (branches.some((branch) => branch.phase !== 'done'))
      return void live.change(thread, { phase: 'forked', due: null })
    const { entered, before, at } = thread.memo
    thread.memo = { last: event, entered, before, at, retries: 0, retriers: [], again: entered > 0 }
    live.change(thread, {
      phase: branches.length > 0 ? 'joining' : 'ready',
      due: null,
      items: branches.length > 0 ? thread.items : null,
    })
    this.ready(live, thread)
  }

  // --- timers ---

  nextDueAt(): number | undefined {
    return this.#store.nextDue()?.due
  }

  /** Fires the timers that are due, in the order of their times. */
  fireDue(): void {
    this.turns.step(async () => {
      const next = this.#store.nextDue()
      if (!next || next.due > this.now()) return this.#timers.arm()
      if (next.thread === null) {
        const live = this.#read(next.execution)
        if (live) {
          abandon(this, live, 'TIMED_OUT')
          this.#commit(live)
        }
      } else await this.#take(next.execution, next.thread, { kind: 'timer' })
      this.fireDue()
    })
  }

  /** Resolves when no step is left, no function is being called and no timer is due. */
  async idle(): Promise<void> {
    for (;;) {
      await this.turns.empty()
      if (this.#closed) return
      if (this.#calls > 0) await new Promise<void>((resolve) => this.#quiet.push(resolve))
      else if ((this.nextDueAt() ?? Number.POSITIVE_INFINITY) <= this.now()) this.fireDue()
      else if (!this.turns.waiting) return
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timers.stop()
    await this.turns.close()
    await this.queries.close()
    for (const resolve of this.#quiet.splice(0)) resolve()
  }

  // --- steps ---

  #step(execution: number, thread: number, happening: Happening, still: (thread: Thread) => boolean): void {
    this.#hold(execution)
    this.turns.step(async () => {
      try {
        const found = this.#read(execution)?.threads.get(thread)
        if (found && still(found)) await this.#take(execution, thread, happening)
      } finally {
        this.#release(execution)
      }
    })
  }

  async #take(execution: number, key: number, happening: Happening): Promise<void> {
    const live = this.#read(execution)
    const thread = live?.threads.get(key)
    if (!live?.open || !thread) return
    try {
      await advance(this, live, thread, happening, (of) => this.#parameters(live, of))
      this.#commit(live)
    } catch (error) {
      this.#live.delete(execution)
      this.#breakOff(execution, error)
    }
  }

  /** A full history, or a fault of this program: the execution fails rather than standing still without a word. */
  #breakOff(execution: number, error: unknown): void {
    const live = this.#read(execution)
    if (!live?.open) return
    const full = error instanceof HistoryFull
    if (!full) console.error(`Step Functions: ${live.row.arn} failed by a fault of the engine`, error)
    const cause = full
      ? `The execution reached the maximum number of history events (${limits.historyEvents}).`
      : `The engine failed: ${error instanceof Error ? error.message : String(error)}`
    const now = this.now()
    const root = [...live.threads.values()].find((thread) => thread.parent === null)
    for (const thread of live.threads.values())
      if (thread.phase !== 'done') live.change(thread, { phase: 'aborted', due: null })
    live.event(now, root, 'ExecutionFailed', { error: 'States.Runtime', cause })
    live.close('FAILED', now, { error: 'States.Runtime', cause })
    this.closed(live)
    this.#commit(live)
  }

  #parameters(live: Live, thread: Thread): string {
    const event = this.#store.event(live.row.id, thread.memo.scheduled ?? 0)
    const details = JSON.parse(event?.details ?? '{}') as { parameters?: string; input?: string }
    return details.parameters ?? details.input ?? 'null'
  }

  #commit(live: Live): void {
    live.commit(this.#store, (thread) =>
      this.#step(live.row.id, thread.key, { kind: 'turn' }, (now) => now.phase === 'ready'),
    )
    if (!this.#pending.has(live.row.id)) this.#live.delete(live.row.id)
  }

  #insert(row: Omit<ExecutionRow, 'id'>): number {
    return insertExecution(this.#store, row, this.#machine(row.definition).definition.StartAt)
  }

  #begin(row: ExecutionRow): void {
    if (row.due !== null) this.timerSet(row.due)
    for (const thread of this.#store.threads(row.id)) {
      this.#step(row.id, thread.key, { kind: 'turn' }, (now) => now.phase === 'ready')
    }
  }

  /** The execution a task waits for has closed. */
  #closedFor(thread: number, execution: number, child: ExecutionRow): void {
    this.#step(
      execution,
      thread,
      { kind: 'closed', child },
      (now) => now.phase === 'awaiting' && now.memo.child === child.arn,
    )
  }

  /** A task waits for an execution that ran already. */
  #adopt(child: ExecutionRow, thread: number): void {
    const now = this.#store.byId(child.id) ?? child
    now.awaited_by = thread
    this.#store.await(child.id, thread)
    const live = this.#live.get(child.id)
    if (live) live.row.awaited_by = thread
  }

  #machine(definition: number): Machine {
    const known = this.#machines.get(definition)
    if (known) return known
    const machine = machineOf(JSON.parse(this.#parts.definition(definition)) as Definition)
    if (this.#machines.size >= 200) this.#machines.clear()
    this.#machines.set(definition, machine)
    return machine
  }

  #read(execution: number): Live | undefined {
    const known = this.#live.get(execution)
    if (known) return known
    const row = this.#store.byId(execution)
    if (!row) return undefined
    const live = new Live(row, this.#machine(row.definition), this.#store.threads(execution))
    if (this.#pending.has(execution)) this.#live.set(execution, live)
    return live
  }

  #hold(execution: number): void {
    this.#pending.set(execution, (this.#pending.get(execution) ?? 0) + 1)
  }

  #release(execution: number): void {
    const left = (this.#pending.get(execution) ?? 1) - 1
    if (left > 0) return void this.#pending.set(execution, left)
    this.#pending.delete(execution)
    this.#live.delete(execution)
  }

  #settleQuiet(): void {
    if (this.#calls === 0) for (const resolve of this.#quiet.splice(0)) resolve()
  }
}

const turns = new Set<Phase>(['ready', 'invoking', 'joining'])
const tokenPhases = new Set<Phase>(['invoking', 'token'])
