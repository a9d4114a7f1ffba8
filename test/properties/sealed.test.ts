import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, type MockInstance, test, vi } from 'vitest'
import { portPermissions, sdkPermissions } from '../../cdk/permissions/permissions.ts'
import { deps } from '../../functions/runtime/deps.ts'
import { readyToReadTenders } from '../../local/demo/evaluation.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { loadFunctions } from '../../local/functions.ts'
import { root } from '../../local/product.ts'
import { readWorkflows } from '../../local/workflows.ts'
import { keptOutput } from '../local/kept-output.ts'
import { writtenIn } from '../local/marker.ts'
import type { Observer } from './world/answers.ts'
import { fillingOf } from './world/filling.ts'
import { type Document, type Operation, operationsOf } from './world/operations.ts'
import { type Asked, type Filling, requestsFor } from './world/requests.ts'
import { playToASealedTender, type SealedIn } from './world/sealed.ts'
import { toldTo } from './world/told.ts'
import { type Moment, ORIGIN, World } from './world/world.ts'

/**
 * Sealed is sealed (requirements §6): until the deadline nobody reads a word of a tender, as anybody, through any route, straight
 * from where anything is kept, with the permissions of any function, or by running any of them. It is looked for by a marker, which
 * the same search finds as soon as the tender is opened. `test/journeys/sealed.test.ts` looks for it on a disk.
 */

const LONG = process.env['LONG'] !== undefined
const marker = 'KINGFISHER-41c9'
const pence = 987_654_321
const secrets = [marker, String(pence)]
const found = (bytes: Uint8Array | string) =>
  secrets.map((one) => writtenIn(bytes, one)).find((way) => way !== undefined)

const output = keptOutput()
let folder: string
let world: World
let tendered: SealedIn
let sealed: Moment
let operations: Operation[]
let filling: Filling
let unwraps: MockInstance[]

vi.mock('../../local/identity/sign-in.ts', () => ({
  signIn: async (_: string, person: string) => ({ accessToken: await world.token(person), expiresAt: '' }),
}))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  world = await World.begin(folder)
  unwraps = [vi.spyOn(deps().tenderKeys, 'unwrapQuality'), vi.spyOn(deps().tenderKeys, 'unwrapPrice')]
  tendered = await playToASealedTender(world, (fetch) => vi.stubGlobal('fetch', fetch), { marker, pence })
  vi.stubGlobal('fetch', world.fetch)
  sealed = world.keep()
  const document = (await (await world.fetch(`${ORIGIN}/api/openapi.json`)).json()) as Document
  operations = operationsOf(document)
  const { named, any, ...rest } = fillingOf(world, tendered, document, operations)
  const { bidder, documents } = tendered
  filling = {
    ...rest,
    any: [bidder.organisationId, ...documents, ...any],
    named: {
      ...named,
      ...Object.fromEntries(['organisationId', 'of', 'read'].map((name) => [name, [bidder.organisationId]])),
      ...Object.fromEntries(['document', 'documentId', 'id'].map((name) => [name, documents])),
    },
  }
}, 300_000)

afterAll(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

/** Everybody whom the service knows a part for; the last is not signed in. */
async function everybody(): Promise<Observer[]> {
  const { play, bidder } = tendered
  const { members, chair = '', seats } = await seenPanel(play)
  const taking = new Set([...members, ...Object.keys(seats)])
  const roles = [...new Set(play.people.flatMap((person) => person.roles))]
  const nominee = Object.entries(seats).find(([, { status }]) => status !== 'accepted')?.[0]
  const rival = play.having('provider').find(({ organisationId }) => organisationId !== bidder.organisationId)
  return [
    ...roles.map((role) => ({
      called: role,
      person: play.having(role).find(({ id }) => !taking.has(id) && id !== bidder.id)?.id ?? '',
    })),
    { called: 'chair', person: chair },
    { called: 'panel member', person: members.find((id) => id !== chair) ?? '' },
    { called: 'nominee who is no member', person: nominee ?? '' },
    { called: 'another provider', person: rival?.id ?? '' },
    { called: 'the bidder', person: bidder.id },
    { called: 'nobody' },
  ]
}

/** Every route, filled with what is known of the tender; each command once, or with LONG=1 in every way. */
function everyRoute(seed: number): Asked[] {
  const all = requestsFor(operations, filling, seed, LONG)
  if (LONG) return all
  return [...Map.groupBy(all, ({ method, path }) => `${method} ${path}`).values()].flatMap((ways) => ways.slice(0, 1))
}

const partsOf = () => [
  ...[...world.keep().documents].map(([key, bytes]) => ({ where: `document ${key}`, bytes })),
  ...[...world.keep().sealed].map(([key, bytes]) => ({ where: `sealed tender ${key}`, bytes })),
  { where: 'the table', bytes: JSON.stringify(world.items()) },
  { where: 'the emails', bytes: JSON.stringify(world.mails) },
]
const lyingOpen = () => partsOf().flatMap(({ where, bytes }) => (found(bytes) ? [where] : []))
const opened = () => unwraps.map(({ mock }) => mock.calls.length)

describe('until its deadline a tender is read by nobody', { timeout: LONG ? 1_800_000 : 400_000 }, () => {
  test('in any request that the service received, or any answer that it gave', () => {
    expect(tendered.received.length).toBeGreaterThan(9)
    expect(tendered.received.filter((bytes) => found(bytes))).toEqual([])
  })

  test('straight from the table, the documents and the emails', () => {
    expect(world.keep().sealed.size).toBe(4)
    expect(lyingOpen()).toEqual([])
  })

  test('as anybody, through any route', async () => {
    world.restore(sealed)
    const people = await everybody()
    expect(people.filter(({ person }) => person === '')).toEqual([])
    expect(people.length).toBeGreaterThan(12)
    const answered = new Map(operations.map(({ id }) => [id, new Set<number>()]))
    for (const [index, observer] of people.entries()) {
      world.restore(sealed)
      for (const { asked, operation, status, said } of await toldTo(world, observer, everyRoute(index))) {
        answered.get(operation)?.add(status)
        expect(found(said), `${observer.called}: ${asked}`).toBeUndefined()
      }
      expect(lyingOpen()).toEqual([])
    }
    expect(opened()).toEqual([0, 0])
    // Every route was asked, and what reads a tender answered nobody.
    expect([...answered].filter(([, statuses]) => statuses.size === 0)).toEqual([])
    for (const reading of ['read-tender', 'read-tender-document'])
      expect([...(answered.get(reading) ?? [])].filter((status) => status < 400)).toEqual([])
  })

  test('with the permissions of any function but the two that open', async () => {
    world.restore(sealed)
    const within: Record<string, () => (Uint8Array | string)[]> = {
      table: () => [JSON.stringify(world.items())],
      documents: () => [...world.keep().documents.values()],
      'sealed tenders': () => [...world.keep().sealed.values()],
    }
    // What any function may be granted; that two alone may decrypt is the test of the stacks (test/cdk).
    const { 'tenderKeys.unwrapQuality': _, 'tenderKeys.unwrapPrice': __, ...others } = portPermissions
    const permissions = Object.values({ ...sdkPermissions, ...others }).flat()
    const reads = new Set<string>()
    for (const { actions, on } of permissions) {
      expect(actions).not.toContain('kms:Decrypt')
      if (!actions.some((action) => /:(Get|Query|BatchGet)/.test(action))) continue
      const bytes = within[on]?.()
      if (!bytes) continue
      reads.add(on)
      expect(bytes.length, on).toBeGreaterThan(0)
      for (const one of bytes) expect(found(one), on).toBeUndefined()
    }
    expect([...reads].toSorted()).toEqual(['documents', 'sealed tenders', 'table'])
  })

  test('by running any step, the two that open included', async () => {
    const workflows = await readWorkflows(join(root, 'workflows'))
    const steps = await loadFunctions(join(root, 'functions', 'steps'), workflows)
    expect(steps.size).toBeGreaterThan(60)
    const { life } = await tendered.play.see()
    const { attempt } = life.path.at(-1) ?? { attempt: 1 }
    for (const [name, handler] of steps) {
      world.restore(sealed)
      const input = { caseId: tendered.play.caseId, stage: life.stage, attempt, taskToken: 'a-token', until: world.now }
      const result = await handler({ ...input, saw: 1 }).catch((error: Error) => `${error.name}: ${error.message}`)
      expect(found(JSON.stringify(result) ?? ''), name).toBeUndefined()
      expect(lyingOpen(), name).toEqual([])
    }
    expect(opened()).toEqual([0, 0])
  })

  test('in the logs, at their most talkative', () => {
    expect(output()).toContain('open-the-tenders')
    expect(found(output())).toBeUndefined()
  })
})

test('once it is opened, the same search finds it, for a member of the panel and nobody else', {
  timeout: 400_000,
}, async () => {
  world.restore(sealed)
  const { play } = tendered
  const people = await everybody()
  const { members: present, chair = '' } = await seenPanel(play)
  const { wait } = await play.see()
  await play.moveTo(new Date(Date.parse(wait?.dueAt ?? '') + 5_000).toISOString())
  await play.command(chair, 'decide-on-few-tenders', { choice: 'proceed', reasons: 'One is enough to judge.', present })
  await readyToReadTenders(play)
  expect(opened()[0]).toBeGreaterThan(0)
  expect(opened()[1]).toBe(0)
  const afterwards = world.keep()
  const readers = new Set<string>()
  const declarers = new Set<string>()
  for (const [index, observer] of people.entries()) {
    world.restore(afterwards)
    const read = everyRoute(index).filter(({ method }) => method === 'GET')
    const told = await toldTo(world, observer, read)
    const whereItIs = told.filter(({ said }) => writtenIn(said, marker)).map(({ asked }) => asked)
    // Whom the tenders name is read by those who declare against them before they decide, and nothing else of a tender.
    if (whereItIs.length > 0 && whereItIs.every((asked) => asked.includes('/declaration')))
      declarers.add(observer.called)
    else if (whereItIs.length > 0) readers.add(observer.called)
    // The price is still sealed.
    expect(told.filter(({ said }) => writtenIn(said, String(pence))).map(({ asked }) => asked)).toEqual([])
  }
  expect([...readers]).toEqual(['chair', 'panel member'])
  expect([...declarers]).toEqual(['programme-manager', 'deputy-programme-manager', 'approver'])
})
