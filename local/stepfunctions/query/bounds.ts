import { queryLimits } from '../limits.ts'

/**
 * Counts one evaluation's work. JSONata calls a hook on entering and leaving every node of an expression; throwing
 * from it ends the evaluation. (The symbols are JSONata 2's own debugging hooks.)
 */
export class Bounds {
  static readonly entry: unique symbol = Symbol.for('jsonata.__evaluate_entry') as never
  static readonly exit: unique symbol = Symbol.for('jsonata.__evaluate_exit') as never

  #steps = 0
  #depth = 0
  #held = 0
  readonly #end = performance.now() + queryLimits.milliseconds

  readonly onEntry = (): void => {
    this.#depth++
    this.#steps++
    if (this.#depth > queryLimits.depth) throw new Error(`The evaluation nests deeper than ${queryLimits.depth}`)
    if (this.#steps > queryLimits.steps) throw new Error(`The evaluation takes more than ${queryLimits.steps} steps`)
    if ((this.#steps & 255) === 0) this.checkTime()
  }

  readonly onExit = (_expr: unknown, _input: unknown, _environment: unknown, result: unknown): void => {
    this.#depth--
    if (typeof result === 'string' || Array.isArray(result)) this.checkLength(result.length)
  }

  checkTime(): void {
    if (performance.now() > this.#end) {
      throw new Error(`The evaluation takes longer than ${queryLimits.milliseconds} ms`)
    }
  }

  /** One value's length; and, as values may be collected, a total over the evaluation. */
  checkLength(length: number): void {
    this.#held += length > 1_000 ? length : 0
    if (length > queryLimits.length || this.#held > 100 * queryLimits.length) {
      throw new Error(`The evaluation makes values longer than ${queryLimits.length}`)
    }
  }
}
