import type { State } from '../asl/definition.ts'
import { type Machine, stateAt } from '../asl/machine.ts'
import { type Json, parseJson } from '../json.ts'
import { limits } from '../limits.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { EventRow, ExecutionRow, ExecutionStatus, Memo, Thread } from '../store/rows.ts'
import { bytesOf } from './variables.ts'

export type Details = Record<string, unknown>

export class HistoryFull extends Error {}

/**
 * An execution under way, as rows in memory, and what the current step adds to them. The step's end commits it all at
 * once; when the step fails, the whole object is thrown away and read again.
 */
export class Live {
  readonly row: ExecutionRow
  readonly machine: Machine
  readonly threads = new Map<number, Thread>()
  /** The branches and iterations of each fork, by their numbers. */
  readonly #children = new Map<number, Thread[]>()
  /** Threads that came to their end in this step. */
  readonly ended: Thread[] = []
  #events: EventRow[] = []
  #changed = new Set<Thread>()
  #created: Omit<Thread, 'key'>[] = []
  #removed = new Set<Thread>()
  #items = new Set<Thread>()
  #also: (() => void)[] = []
  #rowChanged = false
  #input: Json | undefined
  /** Counted when first asked for, and kept from then on. */
  #variableBytes: number | undefined
  /** What to do once the step is committed. */
  #after: (() => void)[] = []

  constructor(row: ExecutionRow, machine: Machine, threads: Thread[]) {
    this.row = row
    this.machine = machine
    for (const thread of threads) this.#add(thread)
  }

  /** The execution's input, for the context of every query. */
  get input(): Json {
    this.#input ??= parseJson(this.row.input)
    return this.#input
  }

  /** Of all variables of the execution, in all its branches. */
  get variableBytes(): number {
    this.#variableBytes ??= [...this.threads.values()].reduce((sum, { variables }) => sum + bytesOf(variables), 0)
    return this.#variableBytes
  }

  get open(): boolean {
    return this.row.status === 'RUNNING'
  }

  stateOf(thread: Thread): State {
    return stateAt(this.machine, thread.scope, thread.state)
  }

  children(thread: Thread): readonly Thread[] {
    return this.#children.get(thread.key) ?? []
  }

  /** Branches are forked, and read, in the order of their numbers. */
  #add(thread: Thread): void {
    this.threads.set(thread.key, thread)
    if (thread.parent === null) return
    const siblings = this.#children.get(thread.parent)
    if (siblings) siblings.push(thread)
    else this.#children.set(thread.parent, [thread])
  }

  /** Appends an event; it becomes the thread's latest unless `aside`. Gives its id. */
  event(at: number, thread: Thread | undefined, type: string, details?: Details, link: Link = {}): number {
    if (this.row.last_event >= limits.historyEvents - 1 && !endings.has(type)) throw new HistoryFull()
    const id = ++this.row.last_event
    this.row.last_at = Math.max(at, this.row.last_at)
    const previous = link.previous ?? thread?.memo.last ?? 0
    const text = details === undefined ? null : JSON.stringify(details)
    this.#events.push({ id, previous, at: this.row.last_at, type, details: text })
    if (thread && !link.aside) {
      thread.memo.last = id
      this.#changed.add(thread)
    }
    return id
  }

  change(thread: Thread, change: Partial<Omit<Thread, 'memo'>>, memo: Partial<Memo> = {}): void {
    if (change.variables) this.#countVariables(bytesOf(change.variables) - bytesOf(thread.variables))
    Object.assign(thread, change)
    Object.assign(thread.memo, memo)
    this.#changed.add(thread)
    if ('items' in change) this.#items.add(thread)
  }

  #countVariables(added: number): void {
    if (this.#variableBytes !== undefined) this.#variableBytes += added
  }

  /** The thread has left its last state, and its variables with it. What that means to the rest is settled at the end of the step. */
  end(thread: Thread, output: Json): void {
    this.change(thread, { input: output, phase: 'done', due: null, variables: {} })
    this.ended.push(thread)
  }

  /** A new thread, ready to enter its scope's first state; it has its key after the commit. */
  fork(parent: Thread, branch: number, scope: number, state: string, input: Json, last: number): void {
    this.#created.push({
      execution: this.row.id,
      parent: parent.key,
      branch,
      scope,
      state,
      phase: 'ready',
      input,
      variables: {},
      memo: { last, entered: 0, before: 0, at: 0 },
      due: null,
      items: null,
    })
  }

  remove(thread: Thread): void {
    this.removeChildren(thread)
    this.#countVariables(-bytesOf(thread.variables))
    this.#removed.add(thread)
    this.#changed.delete(thread)
    this.threads.delete(thread.key)
  }

  removeChildren(thread: Thread): void {
    for (const child of this.children(thread)) this.remove(child)
    this.#children.delete(thread.key)
  }

  reopen(at: number): void {
    const { TimeoutSeconds: seconds } = this.machine.definition
    const due = seconds === undefined ? null : at + seconds * 1_000
    Object.assign(this.row, {
      status: 'RUNNING',
      stopped: null,
      output: null,
      error: null,
      cause: null,
      redriven: at,
      due,
    })
    this.row.redrives++
    this.#rowChanged = true
  }

  close(status: ExecutionStatus, at: number, result: Partial<Pick<ExecutionRow, 'output' | 'error' | 'cause'>>): void {
    Object.assign(this.row, { status, due: null, ...result })
    this.row.stopped = Math.max(at, this.row.last_at)
    this.#rowChanged = true
  }

  get #unchanged(): boolean {
    return (
      this.#events.length + this.#created.length + this.#also.length === 0 &&
      this.#changed.size + this.#removed.size + this.#items.size === 0 &&
      !this.#rowChanged
    )
  }

  /** Something more that belongs to this step's commit. */
  also(write: () => void): void {
    this.#also.push(write)
  }

  after(action: () => void): void {
    this.#after.push(action)
  }

  /** Commits the step. `onFork` hears of each new thread. */
  commit(store: ExecutionStore, onFork: (thread: Thread) => void): void {
    if (this.#unchanged) return
    const created = this.#created.splice(0)
    const forked = store.commit(() => {
      for (const event of this.#events) store.insertEvent(this.row.id, event)
      for (const thread of this.#removed) store.threads.delete(thread.key)
      for (const thread of this.#changed) store.threads.update(thread)
      for (const thread of this.#items) store.threads.updateItems(thread)
      if (this.#rowChanged) store.updateExecution(this.row)
      else if (this.#events.length > 0) store.updateProgress(this.row)
      for (const write of this.#also.splice(0)) write()
      return created.map((thread) => ({ ...thread, key: store.threads.insert(thread) }))
    })
    for (const thread of forked) this.#add(thread)
    this.#events = []
    this.#changed.clear()
    this.#items.clear()
    this.#removed.clear()
    this.#rowChanged = false
    for (const thread of forked) onFork(thread)
    for (let action = this.#after.shift(); action; action = this.#after.shift()) action()
  }
}

interface Link {
  previous?: number
  /** Does not become the thread's latest event. */
  aside?: boolean
}

const endings = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted'])
