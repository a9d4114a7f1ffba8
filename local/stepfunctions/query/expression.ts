import jsonata from 'jsonata'
import type { Json } from '../json.ts'
import { BoundedRegex } from './bounded-regex.ts'
import { Bounds } from './bounds.ts'
import { type Evaluation, registerFunctions } from './functions.ts'

/** The JSONata inside `{% %}`, or undefined for a literal. A blank before the mark makes it a literal, as on AWS. */
export function expressionIn(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined
}

/** The compiler's complaint about an expression, or undefined when it is well formed. */
export function syntaxError(text: string): string | undefined {
  try {
    jsonata(text)
    return undefined
  } catch (error) {
    return describe(error).replace(/^[.:] /, '')
  }
}

const compiled = new Map<string, jsonata.Expression>()
const maximumCompiled = 2_000
let current: Evaluation = { now: 0, bounds: new Bounds() }

function compile(text: string): jsonata.Expression {
  const known = compiled.get(text)
  if (known) return known
  const expression = jsonata(text, { RegexEngine: BoundedRegex as never })
  registerFunctions(expression, () => current)
  expression.assign(Bounds.entry as never, (() => current.bounds.onEntry()) as never)
  expression.assign(
    Bounds.exit as never,
    ((...args: Parameters<Bounds['onExit']>) => current.bounds.onExit(...args)) as never,
  )
  if (compiled.size >= maximumCompiled) compiled.clear()
  compiled.set(text, expression)
  return expression
}

export class ExpressionFailed extends Error {}

/**
 * Evaluates one expression. Gives undefined when it yields nothing; throws ExpressionFailed with AWS's wording of the
 * error otherwise. Evaluations must not overlap: the engine runs one step at a time.
 */
export async function evaluate(
  text: string,
  bindings: Record<string, unknown>,
  now: number,
): Promise<Json | undefined> {
  current = { now, bounds: new Bounds() }
  try {
    const value: unknown = await compile(text).evaluate(undefined, bindings)
    return value === undefined ? undefined : plain(value, current.bounds)
  } catch (error) {
    throw new ExpressionFailed(describe(error))
  }
}

/** As AWS ends its sentence: JSONata's coded messages are sentences of their own, others follow a colon. */
function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return `: ${String(error)}`
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? `. ${code}: ${String(message)}` : `: ${String(message)}`
}

/** JSONata's arrays carry marks of their own, and its functions are values: what leaves an expression is plain JSON. */
function plain(value: unknown, bounds: Bounds): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      if (Number.isFinite(value)) return value
      throw new Error(`D1001: Number out of range: ${value}`)
    case 'object':
      break
    default:
      throw new Error('The result is a function, which is not JSON')
  }
  if (value === null) return null
  if (Array.isArray(value)) {
    bounds.checkLength(value.length)
    return value.map((item) => (item === undefined ? null : plain(item, bounds)))
  }
  if (isFunction(value)) throw new Error('The result is a function, which is not JSON')
  bounds.checkTime()
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item, bounds)]))
}

function isFunction(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value
}
