import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { functionFiles } from '../../cdk/function-files.ts'
import { callsOf } from '../../cdk/permissions/calls.ts'
import { permissionsFor } from '../../cdk/permissions/permissions.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { nounAt, prefixes } from '../../functions/store/keys.ts'
import { asWritten, type KeyedNoun, keyedNouns, schemas } from '../../functions/store/nouns.ts'
import { queryAll } from '../../functions/store/query.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import { signIn } from '../../local/identity/sign-in.ts'
import { ownLocality } from './lived.ts'
import { OpenApi, type Seen } from './open-api.ts'
import { done, watch, watchedFunctions, watchedProduct } from './watched-functions.ts'

/**
 * A whole case, looked at by everybody at every stage: each answer is what the OpenAPI document says, and each function is
 * held to the rights that it would have in AWS.
 */

vi.mock('../../local/functions.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../local/functions.ts')>()
  const loadFunctions: typeof real.loadFunctions = async (folder, workflows) =>
    watchedFunctions(await real.loadFunctions(folder, workflows))
  return { ...real, loadFunctions }
})

const seen: Seen[] = []
let playedCase = ''
const { locality } = await ownLocality(watchedProduct)
const openApi = await OpenApi.of(locality.url)
const { document, operations, ajv } = openApi

beforeAll(async () => {
  await watch(deps())
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
  for (const { part } of parts) {
    await part(play)
    await lookAround(play)
  }
  playedCase = play.caseId
}, 1_800_000)

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
    expect([...new Set(seen.flatMap((answer) => openApi.faultsOf(answer)))]).toEqual([])
    const met = new Set(seen.map((answer) => `${openApi.operationOf(answer)?.operation.operationId} ${answer.status}`))
    const views = operations.filter(({ method, path }) => method === 'get' && !path.includes('{draftId}'))
    // Nobody misses a document in this case, or sends one with a representation; the journeys of scoring and of sending back read them.
    const unmet = views.filter(({ operation }) => !met.has(`${operation.operationId} 200`)).map(({ path }) => path)
    expect(unmet).toEqual(['compliance', 'decision'].map((noun) => `/api/cases/{caseId}/${noun}/document`))
    for (const status of [200, 201, 400, 401, 403, 404, 409, 412, 422])
      expect(seen.filter((answer) => answer.status === status).length, String(status)).toBeGreaterThan(0)
  })

  test('would have told of an answer that is otherwise', () => {
    const board = seen.find(({ path, status }) => path === '/api/board' && status === 200)
    if (!board) throw new Error('Nobody looked at the board.')
    const damaged = board.text.replace('"caseId":', '"case":')
    expect(damaged).not.toBe(board.text)
    expect(openApi.faultsOf({ ...board, text: damaged })).toEqual([expect.stringMatching(/^view-board 200 .*caseId/)])
    expect(openApi.faultsOf({ ...board, status: 418 })).toEqual(['view-board 418 is not in the document'])
    expect(openApi.faultsOf({ ...board, path: '/api/nowhere' })).toEqual(['GET /api/nowhere is not in the document'])
  })
})

test('every noun lies in the table as its schema would write it again, in the shape of now', async () => {
  const under = [
    prefixes.now(playedCase),
    ...(Object.keys(keyedNouns) as KeyedNoun[]).map((noun) => prefixes.entries(playedCase, noun)),
  ]
  const items = (await Promise.all(under.map((prefix) => queryAll(deps(), prefix)))).flat()
  const found = items.flatMap(({ sk, body, shape }) => {
    const noun = (Object.keys(schemas) as (keyof typeof schemas)[]).find((one) => one === nounAt(String(sk)).noun)
    return noun ? [{ noun, is: { body, shape }, again: asWritten(noun, JSON.parse(String(body))) }] : []
  })
  expect(new Set(found.map(({ noun }) => noun)).size).toBeGreaterThan(18)
  for (const { is, again } of found) expect(is).toEqual(again)
})

describe('the rights that are derived from the code', () => {
  const rights = new Map(
    [...callsOf(functionFiles())].map(([name, calls]) => [
      name,
      new Set(permissionsFor(calls).flatMap(({ actions }) => actions)),
    ]),
  )

  test('are enough for a whole case: nobody did what they might not', () => {
    const refused = [...done].flatMap(([name, actions]) =>
      [...actions].filter((action) => !rights.get(name)?.has(action)).map((action) => `${name}: ${action}`),
    )
    expect(refused).toEqual([])
  })

  test('were asked for by nearly every function, and the sensitive ones by all that have them', () => {
    // In this case nobody leaves the panel: no seat is filled beside a stage.
    const expected = functionFiles().filter(({ name }) => !name.startsWith('substitution--'))
    expect(done.size).toBeGreaterThan(expected.length * 0.85)
    const sensitive = ['kms:Decrypt', 'kms:CreateKey', 'ses:SendEmail', 'states:SendTaskSuccess']
    for (const action of sensitive) {
      const may = [...rights].filter(([name, all]) => all.has(action) && name !== 'sweep').map(([name]) => name)
      expect(
        [...done].filter(([, all]) => all.has(action)).map(([name]) => name),
        action,
      ).toEqual(expect.arrayContaining(may))
    }
  })
})
