import jsonata from 'jsonata'
import type { Json } from '../json.ts'
import { BeyondBounds, type Bounds, isFunction } from './bounds.ts'
import { type Evaluation, evaluationName, keptAside, registerFunctions } from './functions.ts'
import { restrictToOwnNames } from './own-names.ts'
import { isTame } from './tame.ts'

/** What an expression may see: `states` and the variables in reach. */
export type Bindings = Record<string, unknown>

/** The text is what AWS says of the expression: `threw an error during evaluation. T1006: …`. */
export class ExpressionFailed extends Error {}

interface Compiled {
  expression: jsonata.Expression
  tame: boolean
}

const compiled = new Map<string, Compiled>()
const maximumCompiled = 2_000

export function compile(text: string): Compiled {
  const known = compiled.get(text)
  if (known) return known
  const expression = jsonata(text)
  for (const name of keptAside) expression.assign(`@${name}`, lookUp(name))
  registerFunctions(expression)
  // JSONata 2's own debugging hooks, called for every node of an expression; throwing from one ends the evaluation.
  assign(expression, 'jsonata.__evaluate_entry', (_node, _input, environment) => boundsOf(environment).enter())
  assign(expression, 'jsonata.__evaluate_exit', (_node, _input, environment, result) =>
    boundsOf(environment).leave(result),
  )
  const ast = expression.ast()
  restrictToOwnNames(ast)
  const made = { expression, tame: isTame(ast) }
  if (compiled.size >= maximumCompiled) compiled.clear()
  compiled.set(text, made)
  return made
}

/** Evaluates in this thread. Gives undefined when the expression yields nothing; throws also BeyondBounds. */
export async function evaluateHere(
  text: string,
  bindings: Bindings,
  now: number,
  bounds: Bounds,
): Promise<Json | undefined> {
  const evaluation: Evaluation = { now, bounds }
  try {
    const { expression } = compile(text)
    const value: unknown = await expression.evaluate(undefined, { ...bindings, [evaluationName]: evaluation })
    if (value === undefined) return undefined
    if (typeof value === 'object') bounds.checkParts(value)
    return plain(value)
  } catch (error) {
    if (error instanceof ExpressionFailed || error instanceof BeyondBounds) throw error
    throw new ExpressionFailed(`threw an error during evaluation${ending(error)}`)
  }
}

type Environment = jsonata.Environment
type Hook = (node: unknown, input: unknown, environment: Environment, result: unknown) => void

function assign(expression: jsonata.Expression, symbol: string, hook: Hook): void {
  expression.assign(Symbol.for(symbol) as never, hook as never)
}

function boundsOf(environment: Environment): Bounds {
  return (environment.lookup(evaluationName) as Evaluation).bounds
}

/** JSONata's built-in function of that name, which an expression's own environment is about to hide. */
function lookUp(name: string): unknown {
  let found: unknown
  const probe = jsonata(`$${name}`)
  const note: Hook = (_node, _input, environment) => {
    found = environment.lookup(name)
  }
  assign(probe, 'jsonata.__evaluate_entry', note)
  void probe.evaluate(undefined)
  return found
}

/** As AWS ends its sentence: JSONata's coded messages are sentences of their own, others follow a colon. */
function ending(error: unknown): string {
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as { code?: unknown; message?: unknown }) : {}
  if (typeof code === 'string') return `. ${code}: ${String(message)}`
  return `: ${String(message ?? error)}`
}

/** JSONata's arrays carry marks of their own, and its functions are values: what leaves an expression is plain JSON. */
function plain(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  // Of Infinity, -Infinity and NaN AWS gives the names (measured for floci-io/floci, issue 2737): JSON has no such numbers.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : plain(item)))
  if (typeof value !== 'object' || isFunction(value)) throw new ExpressionFailed('returned an unsupported result type.')
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]))
}
