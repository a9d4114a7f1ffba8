import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../../domain/locality/locality.ts'
import { app } from '../../functions/api/app.ts'
import { Refused } from '../../local/demo/client.ts'
import { justAfter, lockedOut, seenPanel } from '../../local/demo/panel-formation.ts'
import { sealedTender } from '../../local/demo/sealed-tender.ts'
import { seededRandom } from '../local/seeded-random.ts'
import { type Act, acts, answering, oneOf, type Part } from './world/acts.ts'
import { type Answer, answersTo, differences, type Observer } from './world/answers.ts'
import { fillingOf } from './world/filling.ts'
import { type Played, playToEveryPart } from './world/moments.ts'
import { type Document, type Operation, operationsOf } from './world/operations.ts'
import { type Filling, requestsFor } from './world/requests.ts'
import { ORIGIN, World } from './world/world.ts'

/**
 * Non-interference (requirements §4, §6): two worlds that differ only in what somebody may not know give them the same
 * answers, to the byte, from every route of the OpenAPI document. Both worlds are the real API, steps and workflows; they go on
 * from one moment, with other deeds. How long an answer takes is not compared.
 */

const LONG = process.env['LONG'] !== undefined
/** Those of LONG=1 are named in its tests: SEED=… goes through one again. */
const SEEDS = process.env['SEED']
  ? [Number(process.env['SEED'])]
  : LONG
    ? Array.from({ length: 2 }, () => Math.floor(Math.random() * 1e9))
    : [20261102]

let folder: string
let world: World
let played: Played
let operations: Operation[]
let filling: Filling

vi.mock('../../local/identity/sign-in.ts', () => ({
  signIn: async (_: string, person: string) => ({ accessToken: await world.token(person), expiresAt: '' }),
}))

beforeAll(
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
    world = await World.begin(folder)
    vi.stubGlobal('fetch', world.fetch)
    played = await playToEveryPart(world, (fetch) => vi.stubGlobal('fetch', fetch))
    const document = (await (await world.fetch(`${ORIGIN}/api/openapi.json`)).json()) as Document
    operations = operationsOf(document)
    filling = fillingOf(world, played, document, operations)
  },
  LONG ? 1_800_000 : 120_000,
)

afterAll(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

interface Telling {
  seed: number
  /** What differs between the worlds: who did how much and what they said, or what they said alone. */
  hidden: 'all' | 'content'
  /** Locked out of the case: before anything is done in it, or at its end. */
  lockedOut?: 'before' | 'after'
  /** Of these routes alone. */
  only?: string[]
}

/** Nominees declare into the register, which is of no case and names none: whoever keeps or audits it reads that somebody did. */
const ofTheRegister = ['view-register', 'view-register-record', 'export-register']

/** A bidder’s own people are no others’ to look at, and who proposed the case keeps seeing it: they are locked out by hand. */
const hasAConflict = ({ called, proposed }: Observer): boolean => called !== 'provider' && !proposed

/** As anybody comes by a conflict: they declare it, and every case is looked at again. */
async function declareOne({ called, person = '' }: Observer): Promise<void> {
  const interest = { organisationId: 'hearthlight', kind: 'director', detail: 'Since this week.' }
  const declaration = { kind: 'interests', interests: [interest] }
  await played.play.as(person).post('/api/register/declare-interests', { declaration })
  await world.settle()
  const { excluded } = await played.play.as(person).get<{ excluded: unknown[] }>('/api/me')
  expect(excluded, `${called} is locked out`).toMatchObject([
    { reason: expect.stringContaining('is a director of Hearthlight') },
  ])
}

const exclude = ({ person = '' }: Observer) => world.exclude(person, played.play.caseId)

/** What happens in these parts is told to everybody, who can check it: a draw, its terms, what gave way. */
const toldInPublic: readonly Part[] = ['draw', 'no panel possible']

/** Whoever is locked out reads of what is public exactly what anybody does (requirements §4). */
async function unlikeThePublic(observer: Observer, seed: number): Promise<string[]> {
  const requests = requestsFor(
    operations.filter(({ isPublic }) => isPublic),
    filling,
    seed,
    LONG,
  )
  const [theirs, everybodys] = [
    await answersTo(world, observer, requests, world.mails.length),
    await answersTo(world, publicAtLarge, requests, world.mails.length),
  ]
  return differences(theirs, everybodys)
}

/** Two worlds from one moment, and how their answers to each of these differ. */
async function told(part: Part, observers: Observer[], { seed, hidden, lockedOut, only }: Telling): Promise<string[]> {
  const { play, moments, accepted } = played
  const lookingOn = new Set(observers.flatMap(({ person }) => person ?? []))
  const shut = observers.filter(({ person }) => person !== undefined)
  const managerIsShut = lockedOut && shut.some(({ called }) => called === 'programme-manager')
  const organiser = play.having(managerIsShut ? 'deputy-programme-manager' : 'programme-manager')[0]?.id ?? ''
  const lockOut = async (when: string) => {
    if (when !== lockedOut) return
    for (const observer of shut) await (hasAConflict(observer) ? declareOne(observer) : exclude(observer))
    await world.settle()
  }
  world.restore(moments[part])
  for (const { person = '', proposed } of observers) if (proposed) await world.becomeProposer(person, play.caseId)
  await lockOut('before')
  const begun = world.keep()
  /** Who declares in the midst of it makes an entry with random salts of their own, another in each world. */
  const inTheRegister = (id: string) =>
    ofTheRegister.includes(id) && lockedOut !== undefined && (part === 'nomination' || lockedOut === 'after')
  const answersIn = async (which: number) => {
    world.restore(begun)
    let mails = world.mails.length
    const act: Act = acts[part]
    const shape = seededRandom(hidden === 'all' ? seed * 3 + which : seed)
    await act({ play, accepted, organiser, lookingOn }, shape, seededRandom(seed * 7 + which))
    await world.settle()
    if (managerIsShut) await keepTheReport(organiser)
    if (lockedOut === 'after') mails = world.mails.length
    await lockOut('after')
    const all: Answer[][] = []
    const unlike: string[] = []
    for (const observer of observers) {
      if (lockedOut && observer.person !== undefined && !only)
        unlike.push(...(await unlikeThePublic(observer, seed)).map((found) => `${observer.called}: ${found}`))
      // Whoever is not signed in is told so by every route but the public ones: once is enough.
      const routes = (
        observer.person === undefined && !LONG ? operations.filter(({ isPublic }) => isPublic) : operations
      ).filter(({ id, isPublic }) => !inTheRegister(id) && !(isPublic && toldInPublic.includes(part)))
      const asked = routes.filter(({ id }) => only?.includes(id) ?? true)
      const requests = requestsFor(asked, filling, seed, LONG)
      all.push(await answersTo(world, observer, requests, mails))
    }
    return { all, unlike }
  }
  const [one, other] = [await answersIn(1), await answersIn(2)]
  const apart = observers.flatMap(({ called }, index) =>
    differences(one.all[index] ?? [], other.all[index] ?? []).map((difference) => `${called}: ${difference}`),
  )
  return [...one.unlike, ...other.unlike, ...apart]
}

/** A report that somebody keeps tells of the case, too. */
async function keepTheReport(person: string): Promise<void> {
  const [path, by] = [`/api/reports/${filling.named['month']?.[0]}`, played.play.as(person)]
  const { sections } = await by.get<{ sections: object }>(path)
  await by.put(path, sections, '"0"')
}

const parts = Object.keys(acts) as Part[]
const having = (role: Person['roles'][number], place = 0): Observer => ({
  called: role,
  person: played.play.having(role)[place]?.id ?? '',
})

async function memberOfThePanel(): Promise<Observer> {
  world.restore(played.moments.scoring)
  const { members } = await seenPanel(played.play)
  return { called: 'panel member', person: members.at(-1) ?? '' }
}

/** `npm test` goes through these parts with one observer each, or two; LONG=1 through all of them with everybody. */
const lockedOutsParts: Part[] = LONG ? parts : ['nomination', 'draw', 'tender', 'decision']
/** Nobody follows the tender but whoever tenders: the rest of it is the part of the locked out, above. */
const insidersParts: Part[] = LONG ? parts : ['tender', 'scoring', 'close of the scoring', 'announcement']

const publicAtLarge: Observer = { called: 'the public' }

/** Who follows the case, and sees that somebody did something in this part of it, and not what. */
async function followers(part: Part): Promise<Observer[]> {
  if (part === 'nomination') return [having('observer'), await practiceUser(answering(played.play))]
  if (part === 'close of the scoring') return [having('programme-manager'), having('observer'), await practiceUser()]
  if (part !== 'tender' && part !== 'scoring' && part !== 'decision') return []
  return [
    ...(['programme-manager', 'approver', 'auditor', 'observer'] as const).map((role) => having(role)),
    await practiceUser(),
    await memberOfThePanel(),
  ]
}

/**
 * Of a practice that did not propose the case, and not locked out of it.
 * @param acting practices that act in it themselves: else those that sit on its panel
 */
async function practiceUser(acting?: readonly string[]): Promise<Observer> {
  world.restore(played.moments.scoring)
  const { members } = await seenPanel(played.play)
  const practiceOf = (id: string) => world.people.find((person) => person.id === id)?.practiceId
  const taken = new Set([...(acting ?? members.map(practiceOf)), played.play.having('practice')[0]?.practiceId])
  const out = await lockedOut(played.play)
  const free = played.play.having('practice').filter(({ id, practiceId }) => !taken.has(practiceId) && !out.has(id))
  return { called: 'practice', person: free.at(-1)?.id ?? '' }
}

describe.each(SEEDS)('from seed %i', (seed) => {
  const chosen = <T>(list: T[], part: Part): T[] =>
    LONG || list.length === 0 ? list : [oneOf(list, seededRandom(seed + parts.indexOf(part)))]

  test.each(lockedOutsParts)(
    'whoever is locked out, and the public, are told nothing more by what was done: %s',
    async (part) => {
      const roles = ['programme-manager', 'approver', 'auditor', 'observer', 'provider'] as const
      // One pair of worlds for all of them, but for the deputy, who organises while the manager is locked out.
      const groups: [Observer[], 'before' | 'after'][] = [
        [[...roles.map((role) => having(role)), await practiceUser()], 'before'],
        [[having('deputy-programme-manager')], 'before'],
        [[await memberOfThePanel()], 'after'],
      ]
      const everybody = LONG
        ? groups
        : groups.flatMap(([group, when]) => group.map((one): [Observer[], 'before' | 'after'] => [[one], when]))
      // Whom requirements §4 are about is always among them: who sits on the panel, and who answers for its decision.
      const inTheDecision: [Observer[], 'after'][] = [[[await memberOfThePanel(), having('approver')], 'after']]
      const these = part === 'decision' && !LONG ? inTheDecision : chosen(everybody, part)
      for (const [observers, before] of these) {
        // The demo's own programme manager looks on while its people score, and its approver confirms.
        const lockedOut = part === 'to the decision' || part === 'announcement' ? 'after' : before
        expect(await told(part, [...observers, publicAtLarge], { seed, hidden: 'all', lockedOut })).toEqual([])
        // A proposer, too, can be locked out.
        if (part === 'tender' && LONG)
          for (const observer of observers)
            expect(await told(part, [{ ...observer, proposed: true }], { seed, hidden: 'all', lockedOut })).toEqual([])
      }
    },
  )

  test('a locked-out programme manager is told nothing by the report that the deputy keeps', async () => {
    const only = ['list-reports', 'read-report', 'edit-report', 'send-report']
    const manager = having('programme-manager')
    expect(await told('nomination', [manager], { seed, hidden: 'all', lockedOut: 'before', only })).toEqual([])
  })

  test.each(insidersParts)('nobody is told what others said before they may know it: %s', async (part) => {
    const who = chosen(await followers(part), part)
    if (who.length > 0) expect(await told(part, who, { seed, hidden: 'content' })).toEqual([])
    // A provider sees the notice of the tender, and its own; not even how much the others do, nor when it proposed the case.
    if (LONG || part === 'announcement')
      expect(await told(part, [having('provider')], { seed, hidden: 'all' })).toEqual([])
    if (part === 'tender')
      expect(await told(part, [{ ...having('provider'), proposed: true }], { seed, hidden: 'all' })).toEqual([])
  })
})

test('nobody can count the tenders before the deadline, nor tell that one has arrived', async () => {
  const everybody = [...(await followers('tender')), having('provider')]
  const asked = LONG ? [...everybody, publicAtLarge] : [having('programme-manager')]
  expect(await told('sealed tenders', asked, { seed: 7, hidden: 'all' })).toEqual([])
  // In one and the same world, a tender that arrives changes nothing that is quoted: no hash, no number, no version.
  world.restore(played.moments['sealed tenders'])
  const read = () =>
    Promise.all(
      everybody.flatMap(({ person = '' }) =>
        ['', '/timeline', '/timeline?after=20&limit=7'].map(async (rest) => {
          const headers = { authorization: `Bearer ${await world.token(person)}` }
          const answer = await world.fetch(`${ORIGIN}/api/cases/${played.play.caseId}${rest}`, { headers })
          return { rest, status: answer.status, etag: answer.headers.get('etag'), body: await answer.text() }
        }),
      ),
    )
  const before = await read()
  expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(everybody.length)
  const { play, accepted } = played
  await acts['sealed tenders']({ play, accepted, organiser: '' }, seededRandom(3), seededRandom(4))
  await world.settle()
  expect(await read()).toEqual(before)
})

/** Two of these tender, with a partner that the register does not know; then the tenders are opened. */
async function openTendersOf(bidders: readonly Person[]): Promise<void> {
  const { play } = played
  const { publicKeys, round, criteria, deadline } = await play.auditor.get<{
    publicKeys: { quality: string; price: string }
    round: number
    criteria: { id: string }[]
    deadline: string
  }>(`/api/public/cases/${play.caseId}/tender`)
  for (const { id, organisationId = '' } of bidders) {
    const tender = await sealedTender(play.as(id), {
      ...{ caseId: play.caseId, round, organisationId, publicKeys, pence: 100_000_000 },
      answers: Object.fromEntries(criteria.map((criterion) => [criterion.id, 'As asked.'])),
      partners: [{ name: `Friends of ${organisationId} Ltd`, as: 'partner' }],
    })
    await play.command(id, 'submit-tender', tender)
  }
  await play.letPass(justAfter(deadline))
}

test('whoever the register locks out is told the same, before the opening and after it, whoever tendered', async () => {
  const { play, moments } = played
  const bidders = [...new Map(play.having('provider').map((person) => [person.organisationId ?? '', person])).values()]
  const member = await memberOfThePanel()
  const locked = [having('programme-manager'), having('observer'), having('approver'), member]
  const ties = [
    ['hearthlight', 'employee'],
    ['valehead-federation', 'director'],
    ['stillwater-minds', 'family'],
    ['northmere-talking', 'director'],
  ] as const
  world.restore(moments['sealed tenders'])
  for (const [index, { person = '' }] of locked.entries()) {
    const [organisationId, kind] = ties[index] ?? ties[0]
    // Of every bidder that the register bars by nothing, too.
    const besides = bidders.map((one) => ({ organisationId: one.organisationId, kind: 'director', detail: '' }))
    const interests = [{ organisationId, kind, detail: '' }, ...(index < 2 ? besides : [])]
    await play.as(person).post('/api/register/declare-interests', { declaration: { kind: 'interests', interests } })
  }
  await world.settle()
  const begun = world.keep()
  const notices = () =>
    Promise.all(
      locked.map(async ({ person = '' }) => (await play.as(person).get<{ excluded: unknown }>('/api/me')).excluded),
    )
  const before = await notices()
  expect(before).toEqual(locked.map(() => [expect.objectContaining({ caseId: play.caseId })]))
  const evidence: string[] = []
  for (const tendered of [bidders.slice(0, 2), bidders.slice(-2)]) {
    world.restore(begun)
    await openTendersOf(tendered)
    expect(await notices()).toEqual(before)
    const deputy = having('deputy-programme-manager').person ?? ''
    evidence.push(JSON.stringify(await play.as(deputy).get(`/api/cases/${play.caseId}/conflicts`)))
  }
  // What is kept of them does tell one from the other, or nothing would be shown.
  expect(evidence.map((text) => text.includes('named in a tender as bidder'))).toEqual([true, true])
  expect(evidence[0]).not.toEqual(evidence[1])
})

test('a locked-out programme manager steers no case through the register, and learns nothing by trying: the deputy can', async () => {
  const { play, moments } = played
  const [manager, deputy] = [having('programme-manager'), having('deputy-programme-manager')]
  const enter = (by: Observer, name: string, body: object): Promise<string> =>
    play
      .as(by.person ?? '')
      .post(`/api/register/${name}`, body)
      .then(
        () => 'done',
        (error: unknown) => (error instanceof Refused ? error.message : String(error)),
      )
  const ravelsby = async (by: Observer, more: object): Promise<string> => {
    const { organisations } = await play
      .as(deputy.person ?? '')
      .get<{ organisations: { id: string; version: string }[] }>('/api/register')
    const { version: over, ...known } = organisations.find(({ id }) => id === 'ravelsby-property') ?? { version: '' }
    return enter(by, 'record-organisation', { organisation: { ...known, ...more }, over, reason: 'I heard so.' })
  }
  const gift = { organisationId: 'cloverbank', kind: 'gift', detail: 'A weekend in Rome.', source: 'A conversation' }
  const accused = { person: play.having('practice').at(-1)?.id, interest: gift }
  const refused = /^You are excluded from a case that what you enter here could touch on\. Your deputy/
  world.restore(moments.nomination)
  await declareOne(manager)
  expect(await ravelsby(manager, { intends: ['mental-health'] })).toMatch(refused)
  expect(await enter(manager, 'record-interest', accused)).toMatch(refused)
  // What is nothing to the case is theirs to enter.
  expect(await ravelsby(manager, { aliases: ['Ravelsby Homes'] })).toBe('done')
  expect(await ravelsby(deputy, { aliases: ['Ravelsby Homes'], intends: ['mental-health'] })).toBe('done')
  expect(await enter(deputy, 'record-interest', accused)).toBe('done')
  // Once there may be tenders everything could be.
  world.restore(moments['sealed tenders'])
  await declareOne(manager)
  expect(await ravelsby(manager, { aliases: ['Ravelsby Homes'] })).toMatch(refused)
  expect(await ravelsby(deputy, { aliases: ['Ravelsby Homes'] })).toBe('done')
})

/** Asked by the API's pages of itself; they hold nothing of any case. */
const pages = ['/api/openapi.json', '/api/docs', '/api/docs/start.js']

describe('what is held against one another', () => {
  test('is every route that the API has: none is left out of its document', () => {
    const documented = new Set(operations.map(({ method, path }) => `${method} ${path}`))
    const routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !pages.includes(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
    expect(routes.length).toBeGreaterThan(60)
    expect([...new Set(routes)].filter((route) => !documented.has(route))).toEqual([])
  })

  test('is each of them past what is wrong with a request, and none of them fails', async () => {
    const statuses = new Map(operations.map(({ id }) => [id, new Set<number>()]))
    const everybody = [having('programme-manager'), having('provider'), having('practice')]
    for (const [index, observer] of everybody.entries()) {
      world.restore(played.moments.scoring)
      const requests = [index, index + 20].flatMap((one) => requestsFor(operations, filling, one))
      for (const { operation, status } of await answersTo(world, observer, requests, world.mails.length))
        statuses.get(operation)?.add(status)
    }
    const malformed = [400, 405, 422]
    const unreached = [...statuses].filter(([, met]) => [...met].every((status) => malformed.includes(status)))
    expect(unreached.map(([id]) => id)).toEqual([])
    expect([...statuses].filter(([, met]) => met.has(500)).map(([id]) => id)).toEqual([])
  })

  test('would tell two worlds apart', async () => {
    const found = await told('decision', [having('programme-manager')], { seed: 1, hidden: 'all' })
    expect(found.join()).toMatch(/view-case: GET/)
  })
})
