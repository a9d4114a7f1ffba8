import { queryLimits } from '../limits.ts'

type Limits = { readonly [limit in 'milliseconds' | 'steps' | 'depth' | 'items' | 'text']: number }

/** The evaluation is too much for the limits it was given. */
export class BeyondBounds extends Error {}

/** AWS's words (measured for floci-io/floci, issue 2737). */
export const tooMuch = {
  depth: 'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive',
  time: 'Expression evaluation timeout: Check for infinite loop',
  memory: 'Expression evaluation memory limit exceeded: Check for excessive memory usage',
} as const

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
    if (this.#depth > depth) throw new BeyondBounds(tooMuch.depth)
    if (this.#steps > steps) throw new BeyondBounds(tooMuch.time)
    this.checkTime()
  }

  leave(result: unknown): void {
    this.#depth--
    if (typeof result === 'string') this.checkText(result.length)
    else if (Array.isArray(result)) this.checkItems(result.length)
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
    throw new BeyondBounds(tooMuch.time)
  }

  /** A text of so many characters. */
  checkText(characters: number): void {
    this.#hold(characters / this.#limits.text, characters)
  }

  /** An array of so many items. */
  checkItems(count: number): void {
    this.#hold(count / this.#limits.items, count)
  }

  /** One value's share of what may be held; and, as values may be collected, a total over the evaluation. */
  #hold(share: number, length: number): void {
    if (length > 1_000) this.#held += share
    if (share > 1 || this.#held > 100) throw new BeyondBounds(tooMuch.memory)
  }

  checkParts(value: unknown): void {
    if (!hasAtMost(this.#limits.items, value)) throw new BeyondBounds(tooMuch.memory)
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
