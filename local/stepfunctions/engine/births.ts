import type { ExecutionRow } from '../store/rows.ts'
import { insertExecution } from './insert-execution.ts'
import type { Live } from './live.ts'
import type { EngineParts } from './parts.ts'
import type { StartRequest } from './services.ts'
import { Overtaken, type Steps } from './steps.ts'
import type { Timers } from './timers.ts'

/** How executions come to be: asked for from outside, or by a step of another. An execution of that name that runs is given as it is. */
export class Births {
  readonly #parts: EngineParts
  readonly #steps: Steps
  readonly #timers: Timers

  constructor(parts: EngineParts, steps: Steps, timers: Timers) {
    this.#parts = parts
    this.#steps = steps
    this.#timers = timers
  }

  /** In a commit of its own. Throws ApiError. */
  now(request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const made = { ...row, id: this.#parts.store.commit(() => this.#insert(row)) }
    this.#begin(made)
    return made
  }

  /** As a part of the commit under way. Throws ApiError. */
  within(live: Live, request: StartRequest): ExecutionRow {
    const { row, existing } = this.#parts.prepare(request)
    if (existing) return existing
    const made: ExecutionRow = { ...row, id: 0 }
    live.also(() => {
      if (this.#parts.store.byArn(row.arn)) throw new Overtaken()
      made.id = this.#insert(row)
    })
    live.after(() => this.#begin(made))
    return made
  }

  #insert(row: Omit<ExecutionRow, 'id'>): number {
    const { store, machines } = this.#parts
    return insertExecution(store, row, machines.get(row.definition).definition.StartAt)
  }

  #begin({ id, due }: ExecutionRow): void {
    if (due !== null) this.#timers.set(due)
    for (const { key } of this.#parts.store.threads.of(id)) this.#steps.happen(id, key, { kind: 'turn' })
  }
}
