import type { Definition } from '../asl/definition.ts'
import { type Machine, machineOf } from '../asl/machine.ts'

/** The definitions in use, read once. A definition's number always stands for the same text. */
export class Machines {
  readonly #text: (definition: number) => string
  readonly #known = new Map<number, Machine>()

  constructor(text: (definition: number) => string) {
    this.#text = text
  }

  get(definition: number): Machine {
    const known = this.#known.get(definition)
    if (known) return known
    const machine = machineOf(JSON.parse(this.#text(definition)) as Definition)
    if (this.#known.size >= 200) this.#known.clear()
    this.#known.set(definition, machine)
    return machine
  }
}
