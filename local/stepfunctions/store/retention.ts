import type { ExecutionStore } from './execution-store.ts'
import type { MachineStore } from './machine-store.ts'

/**
 * Deletes closed executions after some days (AWS keeps 90), a few at a time so that nothing waits for it: at the opening
 * and once an hour, be it that the hour goes by or that the clock is moved past it.
 */
export class Retention {
  readonly #executions: ExecutionStore
  readonly #machines: MachineStore
  readonly #now: () => number
  readonly #days: number
  #timer: NodeJS.Timeout | undefined
  #looked = Number.NEGATIVE_INFINITY

  constructor(executions: ExecutionStore, machines: MachineStore, now: () => number, days: number) {
    this.#executions = executions
    this.#machines = machines
    this.#now = now
    this.#days = days
  }

  start(): void {
    this.#later(0)
  }

  clockMoved(): void {
    if (this.#now() - this.#looked < hour) return
    clearTimeout(this.#timer)
    this.#later(0)
  }

  stop(): void {
    this.#looked = Number.POSITIVE_INFINITY
    clearTimeout(this.#timer)
  }

  /** Gives whether there may be more to delete. */
  round(): boolean {
    this.#looked = this.#now()
    const deleted = this.#executions.deleteClosedBefore(this.#now() - this.#days * 86_400_000, 50)
    if (deleted > 0 && deleted < 50) this.#machines.deleteUnusedDefinitions()
    return deleted === 50
  }

  #later(delay: number): void {
    this.#timer = setTimeout(() => this.#later(this.round() ? 10 : hour), delay)
    this.#timer.unref()
  }
}

const hour = 3_600_000
