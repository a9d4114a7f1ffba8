import { fitting } from './fitting.ts'
import { forgetIn, keepIn, keptIn, type Place } from './storage.ts'

/** What was typed under one name, and whether it is kept: a browser may keep nothing. */
export interface Typed<Value> {
  value: Value
  kept: boolean
}

/** Keeps what is typed under a name as it is typed; on the device, all tabs show the same. */
export class Keeper<Value> {
  readonly #name: string
  readonly #pattern: Value
  readonly #place: Place
  readonly #listeners = new Set<() => void>()
  #typed: Typed<Value> | undefined

  /** @param pattern what is kept must have its shape */
  constructor(name: string, pattern: Value, place: Place) {
    this.#name = name
    this.#pattern = pattern
    this.#place = place
    this.#typed = this.#read()
  }

  /** Undefined where nothing was typed. */
  readonly typed = (): Typed<Value> | undefined => this.#typed

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  keep(value: Value): void {
    this.#show({ value, kept: keepIn(this.#place, this.#name, value) })
  }

  forget(): void {
    forgetIn(this.#place, this.#name)
    this.#show(undefined)
  }

  /** Another tab kept or forgot something. It is not kept anew here: that tab may have gone on already. */
  hear(key: string | null): void {
    if (key === null || key.endsWith(`:${this.#name}`)) this.#show(this.#read())
  }

  #read(): Typed<Value> | undefined {
    const value = keptIn(this.#place, this.#name)
    return value !== undefined && fitting(this.#pattern, value) ? { value, kept: true } : undefined
  }

  #show(typed: Typed<Value> | undefined): void {
    this.#typed = typed
    for (const listener of this.#listeners) listener()
  }
}
