import { createHash } from 'node:crypto'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { playAfterAward } from '../../local/demo/after-award.ts'
import { playDecision } from '../../local/demo/decision.ts'
import { playEvaluation } from '../../local/demo/evaluation.ts'
import { playNomination } from '../../local/demo/nomination.ts'
import { playPanelFormation, seenPanel } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSpecification } from '../../local/demo/specification.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { playTender } from '../../local/demo/tender.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { ownLocality } from './lived.ts'

/** A whole case, looked at by everybody at every stage: each answer is what the OpenAPI document says. */

interface Answer {
  description: string
  headers?: Record<string, { schema: { pattern?: string } }>
  content?: Record<string, { schema: object }>
}
interface Operation {
  operationId: string
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, Answer>
}
interface Document {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
interface Seen {
  method: string
  path: string
  status: number
  headers: Headers
  text: string
}

const seen: Seen[] = []
const { locality } = await ownLocality()
let document: Document
let operations: { method: string; path: string; operation: Operation }[]
let ajv: Ajv2020

beforeAll(async () => {
  document = (await (await fetch(`${locality.url}/api/openapi.json`)).json()) as Document
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )
  ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, 'document')
  const { fetch: really } = globalThis
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const answer = await really(input, init)
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.origin === locality.url && url.pathname.startsWith('/api/'))
      seen.push({
        ...{ method: init?.method ?? 'GET', path: url.pathname, status: answer.status, headers: answer.headers },
        text: await answer.clone().text(),
      })
    return answer
  })
  const play = await Play.at(locality.url, () => {})
  play.interests = true
  await play.manager.post('/api/calendar', {
    fingerprint: createHash('sha256').update('of-the-manager').digest('hex'),
  })
  await playSubmission(play)
  await lookAround(play)
  for (const part of [
    playNomination,
    playPanelFormation,
    playSpecification,
    playTender,
    playEvaluation,
    playDecision,
    playAfterAward,
  ]) {
    await part(play)
    await lookAround(play)
  }
}, 600_000)

afterAll(() => {
  vi.restoreAllMocks()
})

const tokens = new Map<string, Promise<string>>()
async function headersOf(id: string) {
  const token = tokens.get(id) ?? signIn(locality.url, id).then(({ accessToken }) => accessToken)
  tokens.set(id, token)
  return { authorization: `Bearer ${await token}` }
}

let rounds = 0

/**
 * One of each role, a member of the panel and the public look at everything, each at a third of it in one round and at the rest in
 * the next two (all at once takes minutes); and an auditor tries every command with nothing in it.
 */
async function lookAround(play: Play): Promise<void> {
  rounds += 1
  const roles = [...new Set(play.people.flatMap((person) => person.roles))]
  const { members = [] } = await seenPanel(play)
  const people = new Set(
    [...roles.map((role) => play.having(role)[0]?.id), members[0]].filter((id) => id !== undefined),
  )
  const looking = await Promise.all([...people].map(headersOf))
  const month = (await play.see()).life.path[0]?.entered.slice(0, 7) ?? ''
  const at = (path: string) =>
    locality.url +
    path.replace('{caseId}', play.caseId).replace('{month}', month).replace('{person}', play.manager.personId)
  const bidder = play.having('provider')[0]?.organisationId ?? ''
  const views = operations.filter(({ method, path }) => method === 'get' && !path.includes('{draftId}'))
  for (const [number, { path }] of views.entries()) {
    const url = `${at(path)}${asked(path, bidder)}`
    const now = [{}, ...looking].filter(
      // A document is read while it may be: whoever may is asked every time.
      (_, who) => process.env['LONG'] || /\/(document|letter\.pdf)$/.test(path) || (who + number + rounds) % 3 === 0,
    )
    await Promise.all(now.map((headers) => fetch(url, { headers })))
  }
  const auditor = await headersOf(play.auditor.personId)
  for (const { path } of operations.filter(({ method }) => method === 'post'))
    await fetch(at(path), { method: 'POST', body: '{}', headers: { ...auditor, 'content-type': 'application/json' } })
  const manager = await headersOf(play.manager.personId)
  const pause = (body: string, also = {}) =>
    fetch(at('/api/cases/{caseId}/pause'), { method: 'POST', body, headers: { ...manager, ...also } })
  await pause('{')
  await pause('{"reason":""}')
  await pause('{"reason":"Because."}', { 'if-match': '"1"' })
}

/** The document that was attached to the proposal. */
function attachedIn(answers: Seen[]): string {
  const kept = answers.find(({ path, status }) => path.endsWith('/attachments') && status === 200)
  return kept ? JSON.parse(kept.text).id : 'none'
}

/** What some views must be asked with, by the end of their path. @param bidder an organisation that tenders */
function asked(path: string, bidder: string): string {
  const notice = seen.findLast((one) => one.path.endsWith('/tender') && one.text.includes('"documents":[{'))
  const published = notice ? JSON.parse(notice.text).questions[0]?.documents[0]?.id : 'none'
  if (/\/tender\/(questions\/)?document$/.test(path)) return `?document=${published}`
  const view = path.split('/').at(-1) ?? ''
  const opened = seen.find(({ path, status }) => path.endsWith('/opened-tender') && status === 200)
  const questions: Record<string, string> = {
    changes: '?from=1&to=1',
    search: '?search=counselling',
    attachment: `?document=${attachedIn(seen)}`,
    '{person}': '?secret=of-the-manager',
    suggestions: '?name=Wayside',
    'check-person': '?person=person-01',
    'draw-terms': '?draw=1',
    'draw-certificate': '?draw=1',
    'opened-tender': `?of=${bidder}`,
    document: `?of=${bidder}&document=${opened ? JSON.parse(opened.text).documents[0].id : 'none'}`,
  }
  return questions[view] ?? ''
}

const pattern = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
const operationOf = ({ method, path }: Seen) =>
  operations.find((one) => one.method === method.toLowerCase() && pattern(one.path).test(path))

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
const compiled = new Map<string, ValidateFunction>()
function schemaAt(at: string): ValidateFunction {
  const validate = compiled.get(at) ?? ajv.compile({ $ref: `document#${encodeURI(at)}` })
  compiled.set(at, validate)
  return validate
}

/** What is wrong with an answer, by the document. */
function faultsOf(answer: Seen): string[] {
  const found = operationOf(answer)
  if (!found) return [`${answer.method} ${answer.path} is not in the document`]
  const { method, path, operation } = found
  const name = `${operation.operationId} ${answer.status}`
  const said = operation.responses[answer.status]
  if (!said) return [`${name} is not in the document`]
  const headers = Object.entries(said.headers ?? {}).flatMap(([header, { schema }]) => {
    const value = answer.headers.get(header)
    if (value === null) return [`${name} has no ${header}`]
    return new RegExp(schema.pattern ?? '').test(value) ? [] : [`${name} has ${header}: ${value}`]
  })
  const untold = ['etag', 'retry-after', 'www-authenticate', 'location'].filter(
    (header) =>
      answer.headers.has(header) && !Object.keys(said.headers ?? {}).some((one) => one.toLowerCase() === header),
  )
  const [type = ''] = Object.keys(said.content ?? {})
  if (type === '') return [...headers, ...(answer.text === '' ? [] : [`${name} has a body`])]
  if (answer.headers.get('content-type')?.split(';')[0] !== type) return [`${name} is no ${type}`]
  if (!type.endsWith('json')) return headers
  const validate = schemaAt(
    pointer('paths', path, method, 'responses', String(answer.status), 'content', type, 'schema'),
  )
  const wrong = validate(JSON.parse(answer.text)) ? [] : (validate.errors ?? [])
  return [
    ...headers,
    ...untold.map((header) => `${name} has an untold ${header}`),
    ...wrong.map(({ instancePath, message }) => `${name} ${instancePath} ${message}`),
  ]
}

describe('the OpenAPI document', () => {
  test('is OpenAPI 3.1 in shape: names, parameters, responses, references and schemas', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? []).filter((one) => one.in === 'path')
      expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      expect(inPath.filter(({ required }) => !required)).toEqual([])
      const answers = Object.entries(operation.responses)
      expect(answers.filter(([status, { description }]) => !/^[1-5]\d\d$/.test(status) || description === '')).toEqual(
        [],
      )
      const contents = [...answers.map(([, { content = {} }]) => content), operation.requestBody?.content ?? {}]
      const schemas = [...contents.flatMap((content) => Object.values(content)), ...(operation.parameters ?? [])]
      for (const { schema } of schemas) expect(ajv.validateSchema(schema), operation.operationId).toBe(true)
    }
    for (const [name, schema] of Object.entries(document.components.schemas))
      expect([name, ajv.validateSchema(schema)]).toEqual([name, true])
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(50)
    expect(references.filter(([, name = '']) => !(name in document.components.schemas))).toEqual([])
  })

  test('names the fields of everything that is answered or sent, and every way to be refused', () => {
    const bare = /^\{"type":"object"(,"properties":\{\})?(,"additionalProperties":(\{\}|true))?\}$/
    for (const { method, path, operation } of operations) {
      const contents = Object.values(operation.responses).flatMap(({ content = {} }) => Object.values(content))
      expect(
        contents.filter(({ schema }) => bare.test(JSON.stringify(schema))),
        operation.operationId,
      ).toEqual([])
      const sent = Object.values(operation.requestBody?.content ?? {})
      // A command that says nothing but that it is done has no fields, and takes none.
      expect(
        sent.filter(({ schema }) => bare.test(JSON.stringify(schema))),
        operation.operationId,
      ).toEqual([])
      const statuses = Object.keys(operation.responses)
      expect(statuses).toEqual(expect.arrayContaining(['404', '422', '500']))
      expect(statuses.includes('401')).toBe(!path.startsWith('/api/public'))
      if (method === 'get') continue
      expect(statuses).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '412', '422', '500', '503']))
      expect(operation.responses['503']?.headers).toHaveProperty('Retry-After')
    }
  })

  test('says what every answer of a whole case was, to everybody', () => {
    expect(seen.length).toBeGreaterThan(1000)
    expect([...new Set(seen.flatMap(faultsOf))]).toEqual([])
    const met = new Set(seen.map((answer) => `${operationOf(answer)?.operation.operationId} ${answer.status}`))
    const views = operations.filter(({ method, path }) => method === 'get' && !path.includes('{draftId}'))
    // Nobody misses a document in this case; test/journeys/scoring.test.ts reads one.
    const unmet = views.filter(({ operation }) => !met.has(`${operation.operationId} 200`)).map(({ path }) => path)
    expect(unmet).toEqual(['/api/cases/{caseId}/compliance/document'])
    for (const status of [200, 201, 400, 401, 403, 404, 409, 412, 422])
      expect(seen.filter((answer) => answer.status === status).length, String(status)).toBeGreaterThan(0)
  })

  test('would have told of an answer that is otherwise', () => {
    const board = seen.find(({ path, status }) => path === '/api/board' && status === 200)
    if (!board) throw new Error('Nobody looked at the board.')
    const damaged = board.text.replace('"caseId":', '"case":')
    expect(damaged).not.toBe(board.text)
    expect(faultsOf({ ...board, text: damaged })).toEqual([expect.stringMatching(/^view-board 200 .*caseId/)])
    expect(faultsOf({ ...board, status: 418 })).toEqual(['view-board 418 is not in the document'])
    expect(faultsOf({ ...board, path: '/api/nowhere' })).toEqual(['GET /api/nowhere is not in the document'])
  })
})
