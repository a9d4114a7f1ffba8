import * as zod from 'zod'
import { faultInWords } from './faults-in-words.ts'

export type * from 'zod'
export { prettifyError, toJSONSchema, ZodError } from 'zod'

// Zod, under its own names and types, with schemas that are made when they are first asked something: what a case is takes two
// thousand of Zod's objects, which were a third of the time that a fresh process took to load, and it seldom asks a tenth of them
// (docs/decisions/0037). A schema stands as a proxy until it is asked: making another schema of it does not ask it, all else does.

/** Methods that make another schema. One that is missing here makes the schema sooner, and nothing else. */
const makers = new Set<PropertyKey>(
  ['array', 'catch', 'default', 'describe', 'extend', 'int', 'length', 'max', 'meta', 'min', 'nullable', 'omit']
    .concat(['optional', 'partial', 'pick', 'pipe', 'positive', 'prefault', 'refine', 'regex', 'superRefine'])
    .concat(['transform', 'trim', 'unwrap']),
)

/** Asked for this, the proxy gives the schema of Zod that it stands for. */
const ITSELF = Symbol('itself')

function later(make: () => object): object {
  let made: object | undefined
  const schema = (): object => {
    made ??= make()
    return made
  }
  return new Proxy(
    {},
    {
      get(_, name) {
        if (name === ITSELF) return schema()
        if (makers.has(name)) return (...parts: unknown[]) => later(() => method(schema(), name)(...parts.map(itself)))
        const value: unknown = Reflect.get(schema(), name)
        return typeof value === 'function' ? value.bind(schema()) : value
      },
      has: (_, name) => name in schema(),
    },
  )
}

const method = (schema: object, name: PropertyKey): ((...parts: unknown[]) => object) =>
  Reflect.get(schema, name).bind(schema)

/** The same with Zod’s own schemas in it: what stands in a shape, in a list of options, or by itself. */
export function itself(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(itself)
  if (typeof part !== 'object' || part === null) return part
  const schema: unknown = Reflect.get(part, ITSELF)
  if (schema !== undefined) return schema
  if (Object.getPrototypeOf(part) !== Object.prototype) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, itself(value)]))
}

// What a schema has no words for is told in ours: Zod's are for programmers.
zod.config({ localeError: faultInWords })

const deferred = <Make extends (...parts: never[]) => object>(make: Make) =>
  ((...parts: never[]) => later(() => make(...(parts.map(itself) as never[])))) as Make

export const any = deferred(zod.any)
export const array = deferred(zod.array)
export const base64 = deferred(zod.base64)
export const boolean = deferred(zod.boolean)
export const coerce = { number: deferred(zod.coerce.number) }
export const discriminatedUnion = deferred(zod.discriminatedUnion)
export const email = deferred(zod.email)
const enumeration = deferred(zod.enum)

export { enumeration as enum }
export const int = deferred(zod.int)
export const iso = { date: deferred(zod.iso.date), datetime: deferred(zod.iso.datetime) }
export const literal = deferred(zod.literal)
export const looseObject = deferred(zod.looseObject)
export const number = deferred(zod.number)
export const object = deferred(zod.object)
export const partialRecord = deferred(zod.partialRecord)
export const record = deferred(zod.record)
export const strictObject = deferred(zod.strictObject)
export const string = deferred(zod.string)
export const tuple = deferred(zod.tuple)
export const union = deferred(zod.union)
export const unknown = deferred(zod.unknown)
export const url = deferred(zod.url)
