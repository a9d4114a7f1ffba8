import type { ExecutionStore } from '../store/execution-store.ts'
import { Live } from './live.ts'
import type { Machines } from './machines.ts'

/** The executions in memory: those for which a step or a function's answer is still to come. All others are rows. */
export class Residents {
  readonly #store: ExecutionStore
  readonly #machines: Machines
  readonly #live = new Map<number, Live>()
  /** How much is still to come for each. */
  readonly #pending = new Map<number, number>()

  constructor(store: ExecutionStore, machines: Machines) {
    this.#store = store
    this.#machines = machines
  }

  read(execution: number): Live | undefined {
    const known = this.#live.get(execution)
    if (known) return known
    const row = this.#store.byId(execution)
    if (!row) return undefined
    const live = new Live(row, this.#machines.get(row.definition), this.#store.threads.of(execution))
    if (this.#pending.has(execution)) this.#live.set(execution, live)
    return live
  }

  hold(execution: number): void {
    this.#pending.set(execution, (this.#pending.get(execution) ?? 0) + 1)
  }

  release(execution: number): void {
    const left = (this.#pending.get(execution) ?? 1) - 1
    if (left > 0) return void this.#pending.set(execution, left)
    this.#pending.delete(execution)
    this.#live.delete(execution)
  }

  /** What is in memory is not what is in the database: it is read again next time. */
  drop(execution: number): void {
    this.#live.delete(execution)
  }
}
