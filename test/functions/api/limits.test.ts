import { expect, test } from 'vitest'
import type * as zod from 'zod'
import * as z from '../../../domain/zod.ts'
import { app } from '../../../functions/api/app.ts'

/** What Zod knows of a schema, as far as it is asked here. */
interface Def {
  type: string
  format?: string
  shape?: Record<string, zod.ZodType>
  options?: zod.ZodType[]
  innerType?: zod.ZodType
  element?: zod.ZodType
  valueType?: zod.ZodType
  in?: zod.ZodType
}

interface Field {
  name: string
  schema: zod.ZodType
  def: Def
}

/** Every field in a schema that holds no other, by its path; what a list holds is `-`, what a record holds `*`. */
function fieldsIn(part: unknown, name: string): Field[] {
  const schema = z.itself(part) as zod.ZodType
  const def = schema._zod.def as unknown as Def
  const { shape = {}, options = [], innerType, element, valueType, in: input } = def
  const inside: [zod.ZodType, string][] = [
    ...Object.entries(shape).map(([key, one]): [zod.ZodType, string] => [one, `${name}/${key}`]),
    ...options.map((one): [zod.ZodType, string] => [one, name]),
    ...[innerType, input].flatMap((one): [zod.ZodType, string][] => (one ? [[one, name]] : [])),
    ...(element ? [[element, `${name}/-`] as [zod.ZodType, string]] : []),
    ...(valueType ? [[valueType, `${name}/*`] as [zod.ZodType, string]] : []),
  ]
  return inside.length === 0 ? [{ name, schema, def }] : inside.flatMap(([one, path]) => fieldsIn(one, path))
}

/** Whatever anybody can send: the bodies, the queries and the paths of all routes. */
const fields = app.openAPIRegistry.definitions.flatMap((definition) => {
  if (definition.type !== 'route') return []
  const { operationId = '', request } = definition.route
  const content = request?.body?.content['application/json']
  const body = content && 'schema' in content ? content.schema : undefined
  return [body, request?.query, request?.params].flatMap((part) => (part ? fieldsIn(part, operationId) : []))
})
const takes = (values: unknown[], kinds: (def: Def) => boolean) =>
  fields
    .filter(({ def, schema }) => kinds(def) && values.some((value) => schema.safeParse(value).success))
    .map(({ name }) => name)

test('every number that anybody can send has a highest and a lowest', () => {
  const isNumber = ({ type }: Def) => type === 'number'
  expect(fields.filter(({ def }) => isNumber(def)).length).toBeGreaterThan(100)
  expect(takes([1e12, -1, 2 ** 53 - 1, -(2 ** 53) + 1], isNumber)).toEqual([])
})

test('every date that anybody can send is in our time', () => {
  const isDate = ({ format = '' }: Def) => ['date', 'datetime'].includes(format)
  expect(fields.filter(({ def }) => isDate(def)).length).toBeGreaterThan(20)
  const wild = ['0001-01-01', '1062-11-19', '2162-11-19', '9999-12-31']
  expect(takes([...wild, ...wild.map((day) => `${day}T00:00:00.000Z`)], isDate)).toEqual([])
  expect(takes(['2026-11-23', '2026-11-23T00:00:00.000Z'], isDate).length).toBeGreaterThan(20)
})
