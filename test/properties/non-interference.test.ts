import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../../domain/locality/locality.ts'
import { seenPanel } from '../../local/demo/panel-formation.ts'
import { seededRandom } from '../local/seeded-random.ts'
import { type Act, acts, oneOf, type Part } from './world/acts.ts'
import { answersTo, differences, type Observer } from './world/answers.ts'
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
const SEEDS = LONG ? Array.from({ length: 12 }, () => Math.floor(Math.random() * 1e9)) : [20261102]

let folder: string
let world: World
let played: Played
let operations: Operation[]
let filling: Filling
/** By route, how it has answered. */
const statuses = new Map<string, Set<number>>()

vi.mock('../../local/identity/sign-in.ts', () => ({
  signIn: async (_: string, person: string) => ({ accessToken: await world.token(person), expiresAt: '' }),
}))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  world = await World.begin(folder)
  vi.stubGlobal('fetch', world.fetch)
  played = await playToEveryPart(world, (fetch) => vi.stubGlobal('fetch', fetch))
  const document = (await (await world.fetch(`${ORIGIN}/api/openapi.json`)).json()) as Document
  operations = operationsOf(document)
  filling = fillingOf(world, played, document, operations)
}, 120_000)

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
}

/** Two worlds from one moment, and how their answers to somebody differ. */
async function told(part: Part, observer: Observer, { seed, hidden, lockedOut }: Telling): Promise<string[]> {
  const { play, moments, accepted } = played
  // Whoever is not signed in is told so by every route but the public ones: once is enough.
  const routes = observer.person === undefined && !LONG ? operations.filter(({ isPublic }) => isPublic) : operations
  const requests = requestsFor(routes, filling, seededRandom(seed), LONG)
  const role = observer.called === 'programme-manager' ? 'deputy-programme-manager' : 'programme-manager'
  const setting = { play, accepted, organiser: play.having(role)[0]?.id ?? '' }
  const lockOut = (when: string) =>
    when === lockedOut ? world.exclude(observer.person ?? '', play.caseId) : Promise.resolve()
  const answersIn = async (which: number) => {
    world.restore(moments[part])
    await lockOut('before')
    let mails = world.mails.length
    const act: Act = acts[part]
    await act(setting, seededRandom(hidden === 'all' ? seed * 3 + which : seed), seededRandom(seed * 7 + which))
    await world.settle()
    if (lockedOut === 'after') mails = world.mails.length
    await lockOut('after')
    const answers = await answersTo(world, observer, requests, mails)
    for (const { operation, status } of answers)
      statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status))
    return answers
  }
  return differences(await answersIn(1), await answersIn(2))
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

describe.each(SEEDS)('from seed %i', (seed) => {
  test.each(parts)(
    'whoever is locked out, and the public, are told nothing more by what was done: %s',
    async (part) => {
      const everybody: [Observer, 'before' | 'after'][] = [
        ...(
          [
            'programme-manager',
            'deputy-programme-manager',
            'approver',
            'auditor',
            'observer',
            'practice',
            'provider',
          ] as const
        ).map((role): [Observer, 'before'] => [having(role), 'before']),
        [await memberOfThePanel(), 'after'],
      ]
      const random = seededRandom(seed + parts.indexOf(part))
      for (const [observer, lockedOut] of LONG ? everybody : [oneOf(everybody, random)])
        expect(await told(part, observer, { seed, hidden: 'all', lockedOut }), observer.called).toEqual([])
      expect(await told(part, { called: 'the public' }, { seed, hidden: 'all' })).toEqual([])
    },
  )
})
