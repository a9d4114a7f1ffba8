import { queryLimits } from '../limits.ts'

/** Counts one evaluation's work, and ends it when it is too much. */
export class Bounds {
  #steps = 0
  #depth = 0
  #held = 0
  readonly #begun = performance.now()
  #cpu: NodeJS.CpuUsage | undefined

  enter(): void {
    this.#depth++
    this.#steps++
    if (this.#depth > queryLimits.depth) throw new Error(`The evaluation nests deeper than ${queryLimits.depth}`)
    if (this.#steps > queryLimits.steps) throw new Error(`The evaluation takes more than ${queryLimits.steps} steps`)
    if ((this.#steps & 15) === 0) this.checkTime()
  }

  leave(result: unknown): void {
    this.#depth--
    if (typeof result === 'string' || Array.isArray(result)) this.checkLength(result.length)
  }

  /**
   * On a machine that is busy with something else an evaluation may take long: once its time is over, it has as much
   * again of this thread's own work.
   */
  checkTime(): void {
    if (performance.now() - this.#begun < queryLimits.milliseconds) return
    this.#cpu ??= process.threadCpuUsage()
    const { user, system } = process.threadCpuUsage(this.#cpu)
    if ((user + system) / 1_000 < queryLimits.milliseconds) return
    throw new Error(`The evaluation takes longer than ${queryLimits.milliseconds} ms`)
  }

  /** One value's length; and, as values may be collected, a total over the evaluation. */
  checkLength(length: number): void {
    if (length > 1_000) {
      this.checkTime()
      this.#held += length
    }
    if (length > queryLimits.length || this.#held > 100 * queryLimits.length) {
      throw new Error(`The evaluation makes values longer than ${queryLimits.length}`)
    }
  }

  /** How many parts a value has; one held in many places counts in each, as it would when written out. */
  checkParts(value: unknown): void {
    let parts = 0
    const open: unknown[] = [value]
    while (open.length > 0) {
      const part = open.pop()
      parts += typeof part === 'string' ? 1 + (part.length >> 3) : 1
      if (parts > queryLimits.length)
        throw new Error(`The evaluation makes values of more than ${queryLimits.length} parts`)
      if (typeof part !== 'object' || part === null || isFunction(part)) continue
      for (const inner of Object.values(part)) open.push(inner)
    }
  }
}

/** JSONata's functions are values of its own making. */
export function isFunction(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value
}
