import { createHash, randomUUID } from 'node:crypto'
import type jsonata from 'jsonata'
import type { Bounds } from './bounds.ts'
import { seededRandom } from './java-random.ts'
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
  parse: ['<s?:x>', parse],
  hash: ['<ss?:s>', hash],
  range: ['<n?n?n?:a<n>>', range],
  partition: ['<x?n?:a>', partition],
  decodeUrlComponent: ['<s-:s>', decodeUrlComponent],
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
      evaluationOf(this).bounds.checkText(Math.abs(width))
      return builtIn(this, 'pad').call(this, text, width, fill)
    },
  ],
  join: [
    '<a<s>s?:s>',
    function (texts: string[] | undefined, separator = '') {
      const length = (texts ?? []).reduce((sum, text) => sum + text.length + separator.length, 0)
      evaluationOf(this).bounds.checkText(length - separator.length)
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
        evaluationOf(this).bounds.checkText(Math.min(most * replacement.length, Number.MAX_SAFE_INTEGER) / 16)
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

/** An error that JSONata words: by its code, and by what the sentence of that code leaves open. */
function coded(code: string, open: Record<string, unknown>): Error {
  return Object.assign(new Error(), { code, ...open })
}

function parse(text?: string): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('beyond a double')
      return value
    })
  } catch {
    throw coded('D3137', { message: 'Invalid JSON' })
  }
}

const algorithms: Record<string, string> = {
  'SHA-1': 'sha1',
  'SHA-384': 'sha384',
  'SHA-256': 'sha256',
  'SHA-512': 'sha512',
  MD5: 'md5',
}

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined || algorithm === undefined) return undefined
  const name = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined
  if (name !== undefined) return createHash(name).update(text).digest('hex')
  const known = Object.keys(algorithms).join(', ')
  throw coded('D3137', { message: `Hash algorithm '${algorithm}' must be one of ${known}` })
}

/** A sequence, as JSONata makes it: no number is nothing, and one is that number (`$range(1,9,9)` is 1). */
function range(this: Focus, ...bounds: (number | undefined)[]): number | number[] | undefined {
  const [first, last, step] = bounds.map((bound) => (bound === undefined ? undefined : Math.trunc(bound)))
  if (first === undefined || last === undefined || step === undefined || step === 0) return undefined
  const count = Math.floor((last - first) / step) + 1
  if (count < 1) return undefined
  evaluationOf(this).bounds.checkItems(count)
  // Adding 0 makes -0 the 0 that it is in JSON.
  return count === 1 ? first + 0 : Array.from({ length: count }, (_, index) => first + index * step)
}

function partition(this: Focus, values: unknown, size?: number): unknown[][] | undefined {
  if (values === undefined) return undefined
  if (!Array.isArray(values)) throw coded('T0412', { index: 1, token: 'partition' })
  if (size === undefined) return [values]
  const whole = Math.trunc(size)
  if (whole < 0) throw coded('D3137', { message: 'Second argument must be zero or greater' })
  if (whole === 0 || values.length === 0) return undefined
  const count = Math.ceil(values.length / whole)
  return Array.from({ length: count }, (_, index) => values.slice(index * whole, (index + 1) * whole))
}

/** As in a form: `+` is a space, and bytes that are no UTF-8 become U+FFFD. */
function decodeUrlComponent(text?: string): string | undefined {
  if (text === undefined) return undefined
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) {
    throw coded('D3140', { functionName: 'decodeUrlComponent', value: text })
  }
  return new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') ?? ''
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
