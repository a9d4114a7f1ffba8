import { queryLimits } from '../limits.ts'

type Limits = { readonly [limit in 'milliseconds' | 'steps' | 'depth' | 'length']: number }

/** The evaluation is too much for the limits it was given. */
export class BeyondBounds extends Error {}

/** Counts one evaluation's work, and ends it when it is too much. */
export class Bounds {
  readonly #limits: Limits
  #steps = 0
  #depth = 0
  #held = 0
  readonly #begun = performance.now()
  #cpu: NodeJS.CpuUsage | undefined

  constructor(limits: Limits = queryLimits) {
    this.#limits = limits
  }

  enter(): void {
    const { depth, steps } = this.#limits
    this.#depth++
    this.#steps++
    if (this.#depth > depth) throw new BeyondBounds(`The evaluation nests deeper than ${depth}`)
    if (this.#steps > steps) throw new BeyondBounds(`The evaluation takes more than ${steps} steps`)
    this.checkTime()
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
    const { milliseconds } = this.#limits
    if (performance.now() - this.#begun < milliseconds) return
    this.#cpu ??= process.threadCpuUsage()
    const { user, system } = process.threadCpuUsage(this.#cpu)
    if ((user + system) / 1_000 < milliseconds) return
    throw new BeyondBounds(`The evaluation takes longer than ${milliseconds} ms`)
  }

  /** One value's length; and, as values may be collected, a total over the evaluation. */
  checkLength(added: number): void {
    const { length } = this.#limits
    if (added > 1_000) this.#held += added
    if (added > length || this.#held > 100 * length) {
      throw new BeyondBounds(`The evaluation makes values longer than ${length}`)
    }
  }

  checkParts(value: unknown): void {
    const { length } = this.#limits
    if (!hasAtMost(length, value)) throw new BeyondBounds(`The evaluation makes values of more than ${length} parts`)
  }
}

/** Whether a value has so many parts at most; one held in many places counts in each, as it would when written out. */
export function hasAtMost(most: number, value: unknown): boolean {
  let parts = 0
  const open: unknown[] = [value]
  while (open.length > 0) {
    const part = open.pop()
    parts += typeof part === 'string' ? 1 + (part.length >> 3) : 1
    if (parts + open.length > most) return false
    if (typeof part !== 'object' || part === null || isFunction(part)) continue
    for (const inner of Object.values(part)) open.push(inner)
  }
  return true
}

/** JSONata's functions are values of its own making. */
export function isFunction(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value
}
