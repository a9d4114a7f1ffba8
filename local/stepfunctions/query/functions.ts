import { createHash, randomUUID } from 'node:crypto'
import type jsonata from 'jsonata'
import { queryLimits } from '../limits.ts'
import type { Bounds } from './bounds.ts'

interface Focus {
  environment: { lookup(name: string): { implementation: (...args: unknown[]) => unknown } }
}

/** The clock and the bounds of the evaluation under way. */
export interface Evaluation {
  now: number
  bounds: Bounds
}

/**
 * What AWS adds to JSONata (Developer Guide, "Transforming data with JSONata"), `$now` and `$millis` on the clock
 * given, and bounds around the built-ins that can make much from little.
 */
export function registerFunctions(expression: jsonata.Expression, current: () => Evaluation): void {
  const register = (name: string, signature: string, body: (this: Focus, ...args: never[]) => unknown): void =>
    expression.registerFunction(name, body as never, signature)

  register('now', '<s?s?:s>', function (this: Focus, picture?: string, zone?: string) {
    return this.environment.lookup('fromMillis').implementation.call(this, current().now, picture, zone)
  })
  register('millis', '<:n>', () => current().now)
  register('uuid', '<:s>', () => randomUUID())
  register('random', '<n?:n>', (seed?: number) => (seed === undefined ? Math.random() : seededRandom(seed)))
  register('parse', '<s-:x>', (text?: string) => (text === undefined ? undefined : JSON.parse(text)))
  register('hash', '<s-s?:s>', hash)
  register('range', '<nnn:a<n>>', function (this: Focus, first: number, last: number, step: number) {
    return one(range(first, last, step, current().bounds))
  })
  register('partition', '<a-n:a>', partition)
  // AWS has no $eval: calling it is calling nothing (T1006).
  expression.assign('eval', undefined)
  register('pad', '<s-ns?:s>', (text?: string, width = 0, fill = ' ') => {
    current().bounds.checkLength(Math.abs(width))
    if (text === undefined) return undefined
    const filler = fill === '' ? ' ' : fill
    const missing = Math.max(Math.abs(width) - [...text].length, 0)
    const padding = [...filler.repeat(Math.ceil(missing / [...filler].length))].slice(0, missing).join('')
    return width < 0 ? padding + text : text + padding
  })
}

const algorithms: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

function hash(text?: string, algorithm = 'SHA-256'): string | undefined {
  if (text === undefined) return undefined
  const name = algorithms[algorithm]
  if (name === undefined) throw new Error(`$hash does not know the algorithm ${algorithm}`)
  return createHash(name).update(text).digest('hex')
}

function range(first: number, last: number, step: number, bounds: Bounds): number[] {
  if (step === 0) throw new Error('$range takes a step other than 0')
  const count = Math.floor((last - first) / step) + 1
  if (count <= 0) return []
  bounds.checkLength(count)
  return Array.from({ length: count }, (_, index) => first + index * step)
}

/** JSONata gives a sequence of one as the value itself: `$range(1,9,9)` is 1 on AWS too. */
function one(values: number[]): number | number[] | undefined {
  return values.length === 1 ? values[0] : values
}

function partition(values: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (values === undefined) return undefined
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition takes a whole number greater than 0')
  const parts: unknown[][] = []
  for (let at = 0; at < values.length && parts.length < queryLimits.length; at += size) {
    parts.push(values.slice(at, at + size))
  }
  return parts
}

/** mulberry32: the same seed gives the same number, as on AWS (though not AWS's number). */
function seededRandom(seed: number): number {
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
}
