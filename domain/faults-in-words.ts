import type { core } from 'zod'

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
}
const formats: Record<string, string> = {
  base64: 'written in base64',
  date: 'a date, such as 2026-01-31',
  datetime: 'a date and time in UTC, such as 2026-01-31T09:30:00Z',
  email: 'an email address',
  url: 'an address that begins with https://',
}
const units: Record<string, string> = { string: 'characters', array: 'items' }

/** Continues the name of what it is about, as our own words for a fault do: *pool: must be a list*. */
export const faultInWords: core.$ZodErrorMap = (fault) => {
  switch (fault.code) {
    case 'invalid_type':
      return fault.input === undefined ? 'is missing' : `must be ${kinds[fault.expected] ?? fault.expected}`
    case 'invalid_value':
      return oneOf(fault.values)
    case 'too_small':
      return fault.origin === 'string' && fault.minimum === 1 ? 'is empty' : bounded(fault, fault.minimum, 'or more')
    case 'too_big':
      return bounded(fault, fault.maximum, 'or less')
    case 'invalid_format':
      return `must be ${formats[fault.format] ?? 'written in another form'}`
    case 'unrecognized_keys':
      return `has no such field as ${fault.keys.map((key) => `“${key}”`).join(', ')}`
    case 'invalid_union':
      return 'options' in fault && Array.isArray(fault.options)
        ? oneOf(fault.options)
        : 'has none of the forms that it can have'
    case 'invalid_key':
      return 'has a name that cannot be here'
    default:
      return undefined
  }
}

const oneOf = (values: readonly unknown[]) => `must be ${values.map((value) => `“${String(value)}”`).join(' or ')}`

function bounded({ origin, exact }: { origin: string; exact?: boolean }, bound: number | bigint, side: string): string {
  const unit = units[origin]
  const amount = exact ? `exactly ${bound}` : `${bound}`
  const words = exact ? '' : ` ${side}`
  return unit ? `must have ${amount} ${unit}${words}` : `must be ${amount}${words}`
}
