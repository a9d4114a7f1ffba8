import type { ExecutionStore } from './execution-store.ts'
import type { MachineStore } from './machine-store.ts'

/** Deletes closed executions after some days (AWS keeps 90), a few at a time so that nothing waits for it. */
export class Retention {
  readonly #executions: ExecutionStore
  readonly #machines: MachineStore
  readonly #now: () => number
  readonly #days: number
  #timer: NodeJS.Timeout | undefined

  constructor(executions: ExecutionStore, machines: MachineStore, now: () => number, days: number) {
    this.#executions = executions
    this.#machines = machines
    this.#now = now
    this.#days = days
  }

  start(): void {
    this.#later(0)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** Gives whether there may be more to delete. */
  round(): boolean {
    const deleted = this.#executions.deleteClosedBefore(this.#now() - this.#days * 86_400_000, 50)
    if (deleted > 0 && deleted < 50) this.#machines.deleteUnusedDefinitions()
    return deleted === 50
  }

  #later(delay: number): void {
    this.#timer = setTimeout(() => this.#later(this.round() ? 10 : 3_600_000), delay)
    this.#timer.unref()
  }
}
