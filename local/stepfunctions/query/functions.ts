import { createHash, randomUUID } from 'node:crypto'
import type jsonata from 'jsonata'
import type { Bounds } from './bounds.ts'
import { ownName, ownValue } from './own-names.ts'

/** The clock and the bounds of one evaluation. Its expressions find it under this name, which none of them can say. */
export interface Evaluation {
  now: number
  bounds: Bounds
}
export const evaluationName = '@evaluation'

interface Focus {
  input?: unknown
  environment: { lookup(name: string): unknown }
}

type Body = (this: Focus, ...args: never[]) => unknown

/**
 * What AWS adds to JSONata (Developer Guide, "Transforming data with JSONata"), `$now` and `$millis` on the clock
 * given, and bounds around the built-ins that make much from little in one go.
 */
export function registerFunctions(expression: jsonata.Expression): void {
  for (const [name, [signature, body]] of Object.entries(functions)) {
    expression.registerFunction(name, body as never, signature)
  }
  // AWS has no $eval: calling it is calling nothing (T1006).
  expression.assign('eval', undefined)
}

const functions: Record<string, [signature: string, body: Body]> = {
  now: [
    '<s?s?:s>',
    function (picture?: string, zone?: string) {
      const { implementation } = this.environment.lookup('fromMillis') as {
        implementation: (...args: unknown[]) => unknown
      }
      return implementation.call(this, evaluationOf(this).now, picture, zone)
    },
  ],
  millis: [
    '<:n>',
    function () {
      return evaluationOf(this).now
    },
  ],
  uuid: ['<:s>', () => randomUUID()],
  random: ['<n?:n>', (seed?: number) => (seed === undefined ? Math.random() : seededRandom(seed))],
  parse: ['<s-:x>', (text?: string) => (text === undefined ? undefined : JSON.parse(text))],
  hash: ['<s-s?:s>', hash],
  range: ['<nnn:a<n>>', range],
  partition: ['<a-n:a>', partition],
  distinct: ['<x:x>', distinct],
  lookup: ['<x-s:x>', ownValue],
  [ownName]: [
    '<s:x>',
    function (name: string) {
      return ownValue(this.input, name)
    },
  ],
  string: [
    '<x-b?:s>',
    function (value: unknown, pretty?: boolean) {
      evaluationOf(this).bounds.checkParts(value)
      return builtIn(this, 'string').call(this, value, pretty)
    },
  ],
  pad: [
    '<s-ns?:s>',
    function (text: string | undefined, width: number, fill?: string) {
      evaluationOf(this).bounds.checkLength(Math.abs(width))
      return builtIn(this, 'pad').call(this, text, width, fill)
    },
  ],
  join: [
    '<a<s>s?:s>',
    function (texts: string[] | undefined, separator = '') {
      const length = (texts ?? []).reduce((sum, text) => sum + text.length + separator.length, 0)
      evaluationOf(this).bounds.checkLength(length - separator.length)
      return texts?.join(separator)
    },
  ],
  replace: [
    '<s-(sf)(sf)n?:s>',
    function (text: string | undefined, pattern: unknown, replacement: unknown, limit?: number) {
      if (text !== undefined && typeof replacement === 'string') {
        const most = Math.min(
          limit ?? text.length + 1,
          typeof pattern === 'string' ? text.split(pattern).length : text.length + 1,
        )
        evaluationOf(this).bounds.checkLength(Math.min(most * replacement.length, Number.MAX_SAFE_INTEGER) / 16)
      }
      return builtIn(this, 'replace').call(this, text, pattern, replacement, limit)
    },
  ],
}

function evaluationOf(focus: Focus): Evaluation {
  return focus.environment.lookup(evaluationName) as Evaluation
}

/** JSONata's own function of a name that is bounded here; kept aside when the expression was compiled. */
function builtIn(focus: Focus, name: string): (...args: unknown[]) => unknown {
  const own = focus.environment.lookup(`@${name}`) as { implementation: (...args: unknown[]) => unknown }
  return own.implementation
}
export const keptAside = ['string', 'pad', 'replace']

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

/** JSONata gives a sequence of one as the value itself: `$range(1,9,9)` is 1 on AWS too. */
function range(this: Focus, first: number, last: number, step: number): number | number[] | undefined {
  if (step === 0) throw new Error('$range takes a step other than 0')
  const count = Math.max(Math.floor((last - first) / step) + 1, 0)
  evaluationOf(this).bounds.checkLength(count)
  return count === 1 ? first : Array.from({ length: count }, (_, index) => first + index * step)
}

function partition(this: Focus, values: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (values === undefined) return undefined
  if (!Number.isInteger(size) || size < 1) throw new Error('$partition takes a whole number greater than 0')
  const count = Math.ceil(values.length / size)
  return Array.from({ length: count }, (_, index) => values.slice(index * size, (index + 1) * size))
}

/** JSONata's own compares each value with each other; this one's time grows with the values alone. */
function distinct(this: Focus, values: unknown): unknown {
  if (!Array.isArray(values) || values.length <= 1) return values
  evaluationOf(this).bounds.checkParts(values)
  const seen = new Set<string>()
  const kept = values.filter((value) => {
    const key = sortedText(value)
    return seen.has(key) ? false : seen.add(key)
  })
  const { sequence } = values as { sequence?: boolean }
  return sequence ? Object.defineProperty(kept, 'sequence', { enumerable: false, value: true }) : kept
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** mulberry32: the same seed gives the same number, as on AWS (though not AWS's number). */
function seededRandom(seed: number): number {
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0
  state = Math.imul(state ^ (state >>> 15), state | 1)
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61)
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
}
