/** JSON that fits a JSON Schema of the OpenAPI document, made of words that mean something in the case. */

export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  default?: unknown
}

export interface Words {
  random: () => number
  resolve(ref: string): Schema
  /** What a field, parameter or key of that name is usually filled with. */
  named: Record<string, readonly unknown[]>
  /** Any identifier or phrase of the case. */
  any: readonly string[]
}

const one = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)]

export function jsonFor(schema: Schema, words: Words, name = '', depth = 0): unknown {
  const { random, resolve, named } = words
  if (schema.$ref !== undefined) return jsonFor(resolve(schema.$ref), words, name, depth)
  if ('const' in schema) return schema.const
  const known = named[name]?.filter((value) => allows(schema, value)) ?? []
  if (known.length > 0 && random() < 0.9) return one(known, random)
  if (schema.enum) return one(schema.enum, random)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return jsonFor(one(choices, random) ?? {}, words, name, depth)
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => jsonFor(part, words, name, depth))
    return parts.every((part) => typeof part === 'object') ? Object.assign({}, ...parts) : parts[0]
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object':
      return objectFor(schema, words, depth)
    case 'array': {
      const least = Math.max(schema.minItems ?? 0, depth > 6 ? 0 : 1)
      const count = Math.min(schema.maxItems ?? 20, least + Math.floor(random() * 2))
      return Array.from({ length: count }, () => jsonFor(schema.items ?? {}, words, name, depth + 1))
    }
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
      return Math.min(schema.maximum ?? least + 5, least + Math.floor(random() * 4))
    }
    case 'boolean':
      return random() < 0.5
    case 'null':
      return null
    default:
      return stringFor(schema, words)
  }
}

function objectFor(schema: Schema, words: Words, depth: number): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  const wanted = Object.entries(properties).filter(
    ([key]) => required.includes(key) || (depth < 6 && words.random() < 0.7),
  )
  const made = wanted.map(([key, inner]) => [key, jsonFor(inner, words, key, depth + 1)])
  const more =
    typeof additionalProperties === 'object' && depth < 6
      ? [
          [
            String(jsonFor(propertyNames ?? { type: 'string' }, words, 'key')),
            jsonFor(additionalProperties, words, '', depth + 1),
          ],
        ]
      : []
  return Object.fromEntries([...made, ...more])
}

function stringFor(schema: Schema, words: Words): string {
  const { pattern, minLength = 0, maxLength = 2000, format } = schema
  if (pattern !== undefined) {
    const fits = new RegExp(pattern)
    const found = words.any.filter((word) => fits.test(word))
    return one(found, words.random) ?? 'nothing-fits'
  }
  if (format === 'date') return '2027-06-30'
  if (format === 'date-time') return '2027-06-30T12:00:00.000Z'
  const said = one(words.any, words.random) ?? ''
  return said.padEnd(minLength, '.').slice(0, Math.max(1, maxLength))
}

const allows = ({ type, enum: values }: Schema, value: unknown): boolean => {
  if (values) return values.includes(value)
  const types = type === undefined ? [] : [type].flat()
  return (
    types.length === 0 ||
    types.includes(typeof value === 'number' ? 'integer' : typeof value) ||
    (types.includes('number') && typeof value === 'number')
  )
}
