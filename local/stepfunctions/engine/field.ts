import type { Json } from '../json.ts'
import { type Bindings, ExpressionFailed } from '../query/evaluator.ts'
import { expressionIn } from '../query/expression.ts'
import { StateError } from './state-error.ts'

/** What a field's expressions see, and whose field it is. */
export interface QueryScope {
  state: string
  enteredEvent: number
  /** `$states` and the variables in reach. */
  bindings: Bindings
  /** Gives undefined when the expression yields nothing. Throws ExpressionFailed. */
  evaluate(expression: string): Promise<Json | undefined>
}

/**
 * Evaluates every expression in a field's JSON. A failed one throws States.QueryEvaluationError in AWS's words, with
 * the field's path (`Output/result`).
 */
export async function evaluateField(value: Json, field: string, scope: QueryScope): Promise<Json> {
  if (typeof value === 'string') {
    const expression = expressionIn(value)
    return expression === undefined ? value : evaluateOne(expression, field, scope)
  }
  if (Array.isArray(value)) {
    const items: Json[] = []
    for (const [index, item] of value.entries()) items.push(await evaluateField(item, `${field}[${index}]`, scope))
    return items
  }
  if (typeof value === 'object' && value !== null) {
    const entries: [string, Json][] = []
    for (const [key, item] of Object.entries(value))
      entries.push([key, await evaluateField(item, `${field}/${key}`, scope)])
    return Object.fromEntries(entries)
  }
  return value
}

async function evaluateOne(expression: string, field: string, scope: QueryScope): Promise<Json> {
  let value: Json | undefined
  try {
    value = await scope.evaluate(expression)
  } catch (error) {
    if (!(error instanceof ExpressionFailed)) throw error
    throw queryError(scope, field, `${named(expression, field)} ${error.message}`)
  }
  if (value !== undefined) return value
  throw queryError(scope, field, `${named(expression, field)} returned nothing (undefined).`)
}

/** The error for a field whose value has the wrong type; `raw` is the field as it stands in the definition. */
export function wrongType(raw: Json, field: string, expected: string, value: Json, scope: QueryScope): StateError {
  const expression = typeof raw === 'string' ? expressionIn(raw) : undefined
  const what = `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`
  return queryError(
    scope,
    field,
    expression === undefined
      ? `The field '${field}' has an unexpected type. ${what}`
      : `${named(expression, field)} returned an unexpected result type. ${what}`,
  )
}

export function queryError(scope: Pick<QueryScope, 'state' | 'enteredEvent'>, field: string, what: string): StateError {
  return new StateError(
    'States.QueryEvaluationError',
    `An error occurred while executing the state '${scope.state}' (entered at the event id #${scope.enteredEvent}). ${what}`,
    field,
  )
}

function named(expression: string, field: string): string {
  return `The JSONata expression '${expression}' specified for the field '${field}'`
}

function typeName(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
