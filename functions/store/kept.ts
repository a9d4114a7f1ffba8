import type { Deps } from '../runtime/deps.ts'
import { Newest } from '../runtime/newest.ts'

type Store = Pick<Deps, 'table'>

/**
 * A few things of a kind that this process has read from the table or written to it, each with the version of its head. The
 * head is read each time, strongly consistent: while it still says that version, the rest need not be read. So what is kept is
 * never older than the table, whoever else writes. When the store is full, the thing that was longest not asked for goes first.
 */
export class Kept<Thing extends object> {
  readonly #most: number
  /** One store for each table: a test, or a locality that begins anew, has another. */
  readonly #things = new WeakMap<Store['table'], Newest<{ version: string; thing: Thing }>>()

  constructor(most: number) {
    this.#most = most
  }

  /** Whether some version of this thing is kept, so that reading its head first is worth it. */
  knows({ table }: Store, name: string): boolean {
    return this.#things.get(table)?.has(name) ?? false
  }

  get({ table }: Store, name: string, version: string): Thing | undefined {
    const kept = this.#things.get(table)?.get(name)
    return kept?.version === version ? kept.thing : undefined
  }

  /** Keeps this version of a thing, frozen: everybody who asks is given the same object. */
  keep({ table }: Store, name: string, version: string, thing: Thing): Thing {
    const things = this.#things.get(table) ?? new Newest(this.#most)
    this.#things.set(table, things)
    things.set(name, { version, thing: frozen(thing) })
    return thing
  }
}

/** Freezes a value and everything in it. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of value instanceof Map || value instanceof Set ? value.values() : Object.values(value))
    frozen(inner)
  return value
}
