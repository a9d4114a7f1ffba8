import { isObject } from '../json.ts'
import { limits } from '../limits.ts'
import { expressionIn, syntaxError } from '../query/expression.ts'
import type { Diagnostics } from './diagnostics.ts'
import { type Fields, fits, jsonPathFields } from './fields.ts'

export type Raw = Record<string, unknown>

/** Says which required fields are missing, which have the wrong type, and which this engine does not cover. */
export function checkFields(
  raw: Raw,
  fields: Fields,
  required: readonly string[],
  at: string,
  found: Diagnostics,
): void {
  const missing = required.filter((name) => raw[name] === undefined)
  if (missing.length > 0) found.schema(`These fields are required: [${missing.join(', ')}]`, at || '/')
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (kind !== undefined) {
      if (!fits(kind, value)) found.schema(`Expected value of type ${kind}`, `${at}/${name}`)
    } else if (jsonPathFields.has(name)) {
      found.schema(`Field '${name}' belongs to JSONPath; only JSONata is supported`, `${at}/${name}`)
    } else found.schema(`Field '${name}' is not supported`, `${at}/${name}`)
  }
}

export function checkSeconds(value: unknown, at: string, least: number, found: Diagnostics): void {
  if (typeof value !== 'number') return
  if (!Number.isInteger(value) || value < least || value > limits.timeoutSeconds) {
    found.schema(`Value must be a whole number from ${least} to ${limits.timeoutSeconds}`, at)
  }
}

/** `$states` is AWS's; the other two would break JSONata's own look-up of variables. */
const reserved = new Set(['states', 'hasOwnProperty', '__proto__'])

export function checkAssign(assign: unknown, at: string, found: Diagnostics): void {
  if (!isObject(assign)) return
  for (const name of Object.keys(assign)) {
    if (reserved.has(name) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || name.length > limits.name) {
      found.schema(`'${name}' is not a name for a variable`, `${at}/${name}`)
    }
  }
}

/** Says which expressions in a value are no JSONata. */
export function checkExpressions(value: unknown, at: string, found: Diagnostics, depth = 0): void {
  if (typeof value === 'string') {
    if (value.startsWith('{%') && !value.endsWith('%}')) found.schema("An expression ends with '%}'", at)
    const expression = expressionIn(value)
    const problem = expression === undefined ? undefined : syntaxError(expression)
    if (problem !== undefined) found.schema(`Not a valid JSONata expression: ${problem}`, at)
  } else if (typeof value === 'object' && value !== null) {
    if (depth > limits.definitionDepth) return void found.schema('Values nest too deeply', at)
    const list = Array.isArray(value)
    for (const [name, item] of Object.entries(value)) {
      checkExpressions(item, list ? `${at}[${name}]` : `${at}/${name}`, found, depth + 1)
    }
  }
}
