import * as zod from 'zod'

export type * from 'zod'
export { prettifyError, toJSONSchema, ZodError } from 'zod'

/**
 * Zod, with schemas that are made when they are first asked something. What a case is takes two thousand objects of Zod, which were a
 * third of the time that a fresh process took to load, and it seldom asks a tenth of them (docs/decisions/0037). Until then a
 * schema is what it will be made of; from then on it is Zod's own, and so are those in it.
 */
interface Unmade {
  make: (...parts: never[]) => object
  parts: unknown[]
  /** The method by which it is made of its first part. */
  by?: PropertyKey
  made?: object
}

const MADE = Symbol('the schema of Zod')

/** Methods that make another schema; whatever else it is asked makes it. One that is missing here only makes it sooner. */
const methods = new Set<PropertyKey>(
  ['array', 'catch', 'default', 'describe', 'extend', 'int', 'length', 'max', 'min', 'nullable', 'omit', 'openapi']
    .concat(['optional', 'partial', 'pick', 'pipe', 'positive', 'prefault', 'refine', 'regex', 'superRefine'])
    .concat(['transform', 'trim', 'unwrap']),
)

const objects: unknown[] = [zod.object, zod.strictObject, zod.looseObject]

type Shape = Record<string, unknown>
const some = (shape: Shape, keep: (name: string) => boolean): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => keep(name)))

const optionally = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, (schema as zod.ZodType).optional()]))

/** What an object has, without making it. */
function shapeOf({ make, parts, by }: Unmade): unknown {
  if (by === undefined) return objects.includes(make) ? parts[0] : undefined
  const [of, change] = parts as [{ shape: Shape }, Shape]
  if (by === 'extend') return { ...of.shape, ...change }
  if (by === 'omit') return some(of.shape, (name) => !(name in change))
  if (by === 'pick') return some(of.shape, (name) => name in change)
  if (by === 'partial' && !change) return optionally(of.shape)
  return undefined
}

const whenAsked: ProxyHandler<Unmade> = {
  get(unmade, name, schema) {
    if (name === MADE) return madeOf(unmade)
    if (methods.has(name))
      return (...parts: unknown[]) => later({ make: calling(name), parts: [schema, ...parts], by: name })
    if (name === 'options' && unmade.make === zod.discriminatedUnion) return unmade.parts[1]
    if (name === 'element' && unmade.make === zod.array) return unmade.parts[0]
    const shape = name === 'shape' ? shapeOf(unmade) : undefined
    if (shape) return shape
    const made = madeOf(unmade)
    const value: unknown = Reflect.get(made, name)
    return typeof value === 'function' ? value.bind(made) : value
  },
  has: (unmade, name) => name in madeOf(unmade),
}

const later = (unmade: Unmade): object => new Proxy(unmade, whenAsked)

const calling =
  (method: PropertyKey) =>
  (schema: object, ...parts: unknown[]): object =>
    Reflect.get(schema, method).apply(schema, parts)

function madeOf(unmade: Unmade): object {
  unmade.made ??= unmade.make(...(unmade.parts.map(itself) as never[]))
  return unmade.made
}

/** The same with Zod’s own schemas in it, for whoever goes by what Zod knows of each: in a shape, a list of options, or by itself. */
export function itself(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(itself)
  if (typeof part !== 'object' || part === null) return part
  const made: unknown = Reflect.get(part, MADE)
  if (made !== undefined) return made
  if (Object.getPrototypeOf(part) !== Object.prototype) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, itself(value)]))
}

const made = <Make extends Unmade['make']>(make: Make): Make =>
  ((...parts: unknown[]) => later({ make, parts })) as unknown as Make

export const any = made(zod.any)
export const array = made(zod.array)
export const base64 = made(zod.base64)
export const boolean = made(zod.boolean)
export const coerce = { number: made(zod.coerce.number) }
export const discriminatedUnion = made(zod.discriminatedUnion)
export const email = made(zod.email)
const enumeration = made(zod.enum)

export { enumeration as enum }
export const int = made(zod.int)
export const iso = { date: made(zod.iso.date), datetime: made(zod.iso.datetime) }
export const literal = made(zod.literal)
export const looseObject = made(zod.looseObject)
export const number = made(zod.number)
export const object = made(zod.object)
export const partialRecord = made(zod.partialRecord)
export const record = made(zod.record)
export const strictObject = made(zod.strictObject)
export const string = made(zod.string)
export const tuple = made(zod.tuple)
export const union = made(zod.union)
export const unknown = made(zod.unknown)
export const url = made(zod.url)
