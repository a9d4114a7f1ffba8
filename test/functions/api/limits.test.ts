import { OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { expect, test, vi } from 'vitest'
import type * as zod from 'zod'
import { draftScoresSchema } from '../../../domain/evaluation/draft.ts'
import { proposalDraftSchema } from '../../../domain/proposal/proposal.ts'
import { sectionNames, sectionsSchema } from '../../../domain/report/report.ts'
import { priceContentSchema, qualityContentSchema } from '../../../domain/tender/content.ts'
import { type Attached, attachedTo } from '../../../domain/tender/document.ts'
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

/** Whatever anybody can send: the bodies, the queries, the paths and the headers of all routes. */
const fields = app.described.flatMap(({ operationId = '', request }) => {
  const content = request?.body?.content['application/json']
  const body = content && 'schema' in content ? content.schema : undefined
  const headers = request?.headers
  const parts = [body, request?.query, request?.params, Array.isArray(headers) ? undefined : headers]
  return parts.flatMap((part) => (part ? fieldsIn(part, operationId) : []))
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

test('whatever a bidder seals has a limit, too: what is opened goes on the record', () => {
  const sealed = [qualityContentSchema, priceContentSchema].flatMap((schema) => fieldsIn(schema, 'sealed'))
  expect(sealed.length).toBeGreaterThan(15)
  const endless = ['a'.repeat(20_001), 1e12, Number.MAX_SAFE_INTEGER]
  expect(sealed.filter(({ schema }) => endless.some((value) => schema.safeParse(value).success))).toEqual([])
  const documents = [{ criteria: ['a', 'b', 'x'] }, {}] as Attached[]
  expect(attachedTo(documents, [{ id: 'b' }, { id: 'a' }, { id: 'c' }])).toEqual([{ criteria: ['b', 'a'] }, {}])
})

test('every version that anybody can say they had is a number that the table keeps', () => {
  const versions = fields.filter(({ name }) => name.endsWith('/if-match'))
  expect(new Set(versions.map(({ name }) => name)).size).toBeGreaterThan(80)
  for (const tag of ['"9007199254740993"', `"${'9'.repeat(400)}"`])
    expect(versions.filter(({ schema }) => schema.safeParse(tag).success)).toEqual([])
  expect(versions.every(({ schema }) => schema.safeParse('"12"').success)).toBe(true)
})

test('what is kept in one item of the table is measured in bytes, whatever the script', () => {
  const script = '語'.repeat(150_000)
  expect(proposalDraftSchema.safeParse({ problem: script }).success).toBe(false)
  expect(proposalDraftSchema.safeParse({ problem: 'a'.repeat(150_000) }).success).toBe(true)
  const long = (text: string) => Object.fromEntries(Array.from({ length: 60 }, (_, id) => [`c${id}`, text]))
  const scores = Object.entries(long('語'.repeat(2_000))).map(([id, rationale]) => [id, { rationale }])
  expect(draftScoresSchema.safeParse(Object.fromEntries(scores)).success).toBe(false)
  const sections = Object.fromEntries(sectionNames.map((name) => [name, '語'.repeat(20_000)]))
  expect(sectionsSchema.safeParse(sections).success).toBe(false)
})

test('of what cannot be stored a hundred faults are told, and a body of millions of values is looked through at once', async () => {
  const send = async (value: string, times: number) => {
    const body = `[${Array.from({ length: times }, () => value).join()}]`
    const answer = await app.request('/api/cases/c0123456789ab/pause', { method: 'POST', body })
    return { status: answer.status, text: await answer.text() }
  }
  const { status, text } = await send('"\\ud800"', 400_000)
  expect([status, JSON.parse(text).faults.length]).toEqual([422, 100])
  const before = process.memoryUsage().heapUsed
  expect((await send('0', 2_000_000)).status).toBe(401)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(400e6)
})

test('the document of the API is made once', async () => {
  const make = vi.spyOn(OpenApiGeneratorV31.prototype, 'generateDocument')
  const read = async () => (await app.request('/api/openapi.json')).text()
  expect(await read()).toBe(await read())
  expect(make).toHaveBeenCalledTimes(1)
})
