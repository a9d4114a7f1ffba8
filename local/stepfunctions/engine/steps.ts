import { limits } from '../limits.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { Thread } from '../store/rows.ts'
import { concerns, type Happening } from './advance.ts'
import { Fatal } from './break-off.ts'
import type { Live } from './live.ts'
import type { Residents } from './residents.ts'
import { Closed, type Turns } from './turns.ts'

/** Another execution has taken the name since this step asked for it: the step is made again. */
export class Overtaken extends Error {}

interface Parts {
  store: ExecutionStore
  residents: Residents
  turns: Turns
  /** What happened takes a thread on. */
  advance(live: Live, thread: Thread, happening: Happening): Promise<void>
  /** Ends an execution that cannot go on. */
  breakOff(live: Live, error: unknown): void
  /** The database failed: nothing can be committed any more. */
  halt(error: unknown): void
}

/** The steps of executions, in turn: all that a step changes is committed, or nothing of it. */
export class Steps {
  readonly #parts: Parts
  /** Executions up to this number were there when the last process died; one of their steps may have been why. */
  #suspects = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Breaks off the executions of which the same step ended the process each time it was begun. */
  recover(): void {
    const { store } = this.#parts
    if (store.begun.open()) this.#suspects = store.lastId()
    for (const execution of store.begun.fatal(limits.fatalSteps)) {
      const cause = `Step Functions ended ${limits.fatalSteps} times while it took the same step of this execution.`
      this.later(execution, () => void this.#breakOff(execution, new Fatal(cause)))
    }
  }

  /** Lets something happen to a thread when its execution has its turn. */
  happen(execution: number, thread: number, happening: Happening): void {
    this.later(execution, () => this.take(execution, thread, happening))
  }

  later(execution: number, step: () => Promise<void> | void, after?: () => void): void {
    const { residents, turns } = this.#parts
    residents.hold(execution)
    turns.step(execution, async () => {
      try {
        await step()
      } finally {
        residents.release(execution)
        after?.()
      }
    })
  }

  /** Within a turn: what happened takes the thread on, if it still concerns it. */
  async take(execution: number, key: number, happening: Happening): Promise<void> {
    await this.change(execution, async (live) => {
      const thread = live.threads.get(key)
      if (live.open && thread && concerns(happening, thread)) await this.#parts.advance(live, thread, happening)
    })
  }

  /** Within a turn: commits all that `work` changes, or nothing of it. */
  async change(execution: number, work: (live: Live) => Promise<void> | void): Promise<Live | undefined> {
    const live = this.#parts.residents.read(execution)
    if (!live) return undefined
    try {
      this.#note(live)
      await work(live)
      this.#commit(live)
      return live
    } catch (error) {
      this.#parts.residents.drop(execution)
      if (error instanceof Overtaken) return this.change(execution, work)
      if (error instanceof Closed) throw error
      if (isDatabaseError(error)) throw this.#halted(error)
      return this.#breakOff(execution, error)
    }
  }

  /** A step that ends the process each time is known by being begun again and again. */
  #note(live: Live): void {
    if (live.row.id > this.#suspects || !live.open) return
    const { begun } = this.#parts.store
    begun.note(live.row.id, live.row.last_event)
    live.also(() => begun.forget(live.row.id))
  }

  #breakOff(execution: number, error: unknown): Live | undefined {
    const live = this.#parts.residents.read(execution)
    if (!live?.open) return live
    try {
      this.#parts.breakOff(live, error)
      live.also(() => this.#parts.store.begun.forget(execution))
      this.#commit(live)
      return live
    } catch (second) {
      this.#parts.residents.drop(execution)
      throw this.#halted(second)
    }
  }

  #halted(error: unknown): unknown {
    this.#parts.halt(error)
    return error
  }

  #commit(live: Live): void {
    live.commit(this.#parts.store, (thread) => this.happen(live.row.id, thread.key, { kind: 'turn' }))
  }
}

function isDatabaseError(error: unknown): error is Error {
  return error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR'
}
