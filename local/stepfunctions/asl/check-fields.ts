import { isObject } from '../json.ts'
import { limits } from '../limits.ts'
import type { Diagnostics } from './diagnostics.ts'
import { type Fields, fits, jsonPathFields, jsonTypes } from './fields.ts'

export type Raw = Record<string, unknown>

/** Says which required fields are missing, which have the wrong type, and which this engine does not cover. */
export function checkFields(
  raw: Raw,
  fields: Fields,
  required: readonly string[],
  at: string,
  found: Diagnostics,
): void {
  const whole = at || '/'
  const missing = required.filter((name) => raw[name] === undefined)
  if (missing.length > 0) found.schema(`These fields are required: [${missing.join(', ')}]`, whole)
  for (const [name, value] of Object.entries(raw)) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined
    // AWS places a field that has the wrong value at the field, and one that should not be there at what it is in.
    if (kind !== undefined) {
      if (!fits(kind, value)) found.schema(`Expected value of type [${jsonTypes[kind]}]`, `${at}/${name}`)
    } else if (jsonPathFields.has(name)) {
      const only = "is only supported for the 'JSONPath' QueryLanguage"
      found.schema(`The QueryLanguage is set to 'JSONata', but field '${name}' ${only}`, whole)
    } else found.schema(`Field '${name}' is not supported`, whole)
  }
}

interface Bounds {
  least: number
  most?: number
  /** Whether a fraction will do. */
  fraction?: boolean
}

export function checkNumber(value: unknown, at: string, { least, most, fraction }: Bounds, found: Diagnostics): void {
  if (typeof value !== 'number') return
  // AWS tells the bounds of a fraction as one: `Minimum value is 0.0`.
  const told = (bound: number): string => (fraction && Number.isInteger(bound) ? bound.toFixed(1) : String(bound))
  if (!fraction && !Number.isInteger(value)) found.schema('Expected value of type [INTEGER]', at)
  else if (value < least) found.schema(`Minimum value is ${told(least)}`, at)
  else if (most !== undefined && value > most) found.schema(`Maximum value is ${told(most)}`, at)
}

export function checkSeconds(value: unknown, at: string, least: number, found: Diagnostics): void {
  checkNumber(value, at, { least, most: limits.timeoutSeconds }, found)
}

export function checkOneOf(value: unknown, at: string, allowed: readonly string[], found: Diagnostics): void {
  if (typeof value !== 'string' || allowed.includes(value)) return
  found.schema(`Value should be one of the following: [${allowed.join(', ')}]`, at)
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
