import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deps } from '../../functions/runtime/deps.ts'
import { noteUnsent } from '../../functions/store/unsent-store.ts'
import { justAfter } from '../../local/demo/panel-formation.ts'
import { Play } from '../../local/demo/play.ts'
import { playSubmission } from '../../local/demo/submission.ts'
import { type Moment, ORIGIN, PORTAL, World } from './world/world.ts'

/**
 * Every list somebody sees is what the policies permit, row by row (design §3): cases they are excluded from are missing, and
 * every page but the last is full all the same, so that neither a page's length nor its cursor tells of them.
 */

const CASES = 6
let folder: string
let world: World
let play: Play
let moment: Moment
const cases: string[] = []

vi.mock('../../local/identity/sign-in.ts', () => ({
  signIn: async (_: string, person: string) => ({ accessToken: await world.token(person), expiresAt: '' }),
}))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  world = await World.begin(folder)
  vi.stubGlobal('fetch', world.fetch)
  play = await Play.at(ORIGIN, () => {})
  for (let number = 0; number < CASES; number += 1) {
    await playSubmission(play, { accept: number % 3 !== 2 })
    await play.moveBy({ hours: 7 })
    cases.push(play.caseId)
  }
  moment = world.keep()
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

interface Page {
  rows: { caseId: string }[]
  next?: string
}

async function ask<T>(path: string, person?: string): Promise<{ status: number; body: T }> {
  const headers = person === undefined ? {} : { authorization: `Bearer ${await world.token(person)}` }
  const answer = await world.fetch(`${ORIGIN}${path}`, { headers })
  return { status: answer.status, body: (await answer.json()) as T }
}

/** The pages of a list, each as the cases on it. */
async function pagesOf(path: string, limit: number, person?: string): Promise<string[][]> {
  const pages: string[][] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const query = new URLSearchParams({ limit: String(limit), ...(after && { after }) })
    const { body }: { body: Page } = await ask<Page>(`${path}${path.includes('?') ? '&' : '?'}${query}`, person)
    pages.push(body.rows.map(({ caseId }) => caseId))
    after = body.next
  }
  return pages
}

test('a list shows what may be seen of it, in full pages', async () => {
  const readers = (['programme-manager', 'deputy-programme-manager', 'approver', 'auditor'] as const).flatMap(
    (role) => play.having(role)[0]?.id ?? [],
  )
  const secretariat = readers.slice(0, 2)
  const since = (sequence: number) => `2026-01-01T00:00:0${sequence}.000Z`
  const unsentOf = (caseId: string, sequence: number) =>
    ({ kind: 'case', caseId, sequence, type: 'PeopleTold', at: since(sequence) }) as const
  const whole = (await pagesOf('/api/board', 100, readers[0])).flat()
  expect(whole).toHaveLength(CASES)
  const everybody = await pagesOf('/api/public/cases', 2)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...readers),
      fc.subarray(cases),
      fc.integer({ min: 1, max: 4 }),
      async (person, excluded, limit) => {
        world.restore(moment)
        for (const caseId of excluded) await world.exclude(person, caseId)
        for (const caseId of cases) for (const sequence of [2, 1]) await noteUnsent(deps(), unsentOf(caseId, sequence))
        await noteUnsent(deps(), { kind: 'report', month: '2026-03', at: since(0) })
        const permitted: string[] = []
        for (const caseId of whole)
          if ((await ask(`/api/cases/${caseId}`, person)).status === 200) permitted.push(caseId)
        expect(permitted).toEqual(whole.filter((caseId) => !excluded.includes(caseId)))
        const pages = await pagesOf('/api/board', limit, person)
        expect(pages.flat()).toEqual(permitted)
        expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true)
        expect(pages).toHaveLength(Math.max(1, Math.ceil(permitted.length / limit)))
        // A search and the columns show no more: the newest first, and those of the stages together.
        const found = await pagesOf('/api/board/search?search=every+couns', limit, person)
        expect(found.flat()).toEqual(cases.toReversed().filter((caseId) => !excluded.includes(caseId)))
        const { body } = await ask<{ columns: Page[] }>('/api/board/columns', person)
        const shown = body.columns.flatMap(({ rows }) => rows.map(({ caseId }) => caseId))
        expect(shown.sort()).toEqual(permitted.toSorted())
        // What could not be emailed, the secretariat reads, case by case.
        const unsent = await ask<{ rows: object[]; more: boolean }>('/api/board/unsent', person)
        expect(unsent.status).toBe(secretariat.includes(person) ? 200 : 403)
        if (unsent.status === 200)
          expect(unsent.body).toMatchObject({
            rows: [
              { kind: 'report', month: '2026-03', since: since(0) },
              ...cases
                .filter((caseId) => !excluded.includes(caseId))
                .sort()
                .map((caseId) => ({ caseId, since: since(1), title: expect.stringMatching(/counselling/i) })),
            ],
            more: false,
          })
        // What is public stays so.
        expect(await pagesOf('/api/public/cases', 2, person)).toEqual(everybody)
      },
    ),
    process.env['LONG'] ? { numRuns: 500 } : { seed: 20261104, numRuns: 12 },
  )
})

test('the board tells apart what is late, due soon, paused and ended, and a page that the clock overtook is no trouble', async () => {
  world.restore(moment)
  const manager = play.having('programme-manager')[0]?.id
  const of = async (standing: string, limit = 100) =>
    (await pagesOf(`/api/board?standing=${standing}`, limit, manager)).flat()
  const [paused = '', withdrawn = '', ...others] = cases
  play.caseId = paused
  await play.command(manager ?? '', 'pause', { reason: 'The building is closed.' })
  play.caseId = withdrawn
  await play.command(manager ?? '', 'withdraw', { reason: 'The practice asked for it.' })
  const whole = (await pagesOf('/api/board', 2, manager)).flat()
  expect(whole.slice(-2)).toEqual([paused, withdrawn])
  expect(await of('open')).toEqual(whole.slice(0, -1))
  expect(await of('ended')).toEqual([withdrawn])
  expect([...(await of('late')), ...(await of('soon'))]).toEqual([])
  const { body } = await ask<{ rows: { dueAt: string }[]; next: string }>('/api/board?limit=1', manager)
  const due = Date.parse(body.rows[0]?.dueAt ?? '')
  await play.letPass(new Date(due - 86_400_000).toISOString())
  const soon = await of('soon')
  expect(others.length).toBeGreaterThanOrEqual(soon.length)
  expect(soon.slice(0, 1)).toEqual(whole.slice(0, 1))
  expect(await of('soon', 1)).toEqual(soon)
  // A search among those that stand so, or are in one stage, finds the same.
  for (const filter of ['standing=open', 'standing=ended', 'standing=late', 'standing=soon', 'stage=nomination']) {
    const found = await pagesOf(`/api/board/search?search=every+couns&${filter}`, 2, manager)
    const shown = await pagesOf(`/api/board?${filter}`, 100, manager)
    expect([filter, found.flat().sort()]).toEqual([filter, shown.flat().sort()])
  }
  // What was due soon when the first page was read is past when the second is.
  const { status } = await ask(`/api/board?standing=late&after=${body.next}`, manager)
  expect(status).toBe(200)
  expect((await ask('/api/board?standing=asleep', manager)).status).toBe(422)
  expect((await ask('/api/board/search?search=a', manager)).status).toBe(422)
  play.caseId = ''
})

test('a challenge waits on the board and for who answers it, after its deadline for the approver too, until it is answered', async () => {
  world.restore(moment)
  const [manager = ''] = play.having('programme-manager').map(({ id }) => id)
  const [approver = ''] = play.having('approver').map(({ id }) => id)
  const [practice = ''] = play.having('practice').map(({ id }) => id)
  const [caseId = ''] = cases
  play.caseId = caseId
  interface Row {
    caseId: string
    challenges?: { count: number; dueAt: string; escalatedAt?: string }
  }
  const waiting = async (person: string) =>
    (await ask<{ waiting: Row[] }>('/api/me', person)).body.waiting.filter(({ challenges }) => challenges)
  const onBoard = async () =>
    (await ask<{ rows: Row[] }>('/api/board?limit=100', manager)).body.rows.filter(({ challenges }) => challenges)
  await play.command(practice, 'make-challenge', { text: 'We were not asked.' })
  await play.settled()
  const [row] = await waiting(manager)
  expect(row).toMatchObject({ caseId, challenges: { count: 1 } })
  expect(await onBoard()).toMatchObject([{ caseId, challenges: { count: 1 } }])
  expect(await waiting(approver)).toEqual([])
  await play.moveTo(justAfter(row?.challenges?.dueAt ?? ''))
  expect(await waiting(approver)).toMatchObject([{ caseId, challenges: { escalatedAt: expect.any(String) } }])
  await play.command(approver, 'answer-challenge', { id: 1, finding: 'upheld', reasons: 'You should have been.' })
  await play.settled()
  for (const rows of [await waiting(manager), await waiting(approver), await onBoard()]) expect(rows).toEqual([])
  play.caseId = ''
})

test('a calendar is what waits for its owner, for whoever has the secret that holds now', async () => {
  world.restore(moment)
  const [manager = ''] = play.having('programme-manager').map(({ id }) => id)
  const [hidden = '', shown = ''] = cases.filter((_, number) => number % 3 === 2)
  await world.exclude(manager, hidden)
  const authorization = `Bearer ${await world.token(manager)}`
  const send = (method: string, body?: object) =>
    world.fetch(`${ORIGIN}/api/calendar`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const read = (secret: string, of = manager) => world.fetch(`${ORIGIN}/api/public/calendar/${of}?secret=${secret}`)
  const subscribe = (secret: string) => send('POST', { fingerprint: createHash('sha256').update(secret).digest('hex') })
  expect((await read('secret-one')).status).toBe(404)
  expect((await subscribe('secret-one')).status).toBe(200)
  const answer = await read('secret-one')
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = (await answer.text()).replaceAll('\r\n ', '')
  const line = (name: string) =>
    text.split('\r\n').filter((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`))
  expect(line('URL')).toEqual([`URL;VALUE=URI:${PORTAL}/cases/${shown}`])
  expect(line('SUMMARY')).toEqual(['SUMMARY:Counselling in every practice: accept the proposal or return it'])
  expect(line('DTSTART')).toEqual([expect.stringMatching(/^DTSTART;VALUE=DATE:\d{8}$/)])
  for (const { name, id } of world.people) expect([text.includes(name), text.includes(`${id}`)]).toEqual([false, false])

  expect((await subscribe('secret-two')).status).toBe(200)
  const statuses = [
    await read('secret-one'),
    await read('secret-two'),
    await read('secret-two', 'person-01'),
    await read('secret-two', 'nobody-1'),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([404, 200, 404, 404])
  const items = [...world.keep().table.values()].flatMap((partition) => [...partition.items.values()])
  expect(JSON.stringify(items)).not.toContain('secret-two')
  expect((await send('DELETE')).status).toBe(204)
  expect((await read('secret-two')).status).toBe(404)
  expect((await send('POST', { fingerprint: 'secret-two' })).status).toBe(422)
})

test('what waits for somebody, and what they proposed, is theirs to see; the notice says of the rest only why', async () => {
  for (const { id, roles } of world.people) {
    world.restore(moment)
    const shut = cases.filter((_, index) => index % 2 === 0)
    for (const caseId of shut) await world.exclude(id, caseId)
    const { body: me } = await ask<{
      waiting: Page['rows']
      proposals: Page['rows']
      tenders: Page['rows']
      excluded: { caseId: string; reason: string }[]
    }>('/api/me', id)
    expect(me.excluded.map(({ caseId }) => caseId).sort()).toEqual([...shut].sort())
    const shown = [...new Set([...me.waiting, ...me.proposals, ...me.tenders].map(({ caseId }) => caseId))]
    for (const caseId of shown) expect((await ask(`/api/cases/${caseId}`, id)).status, `${id} ${roles}`).toBe(200)
    for (const caseId of shut) expect((await ask(`/api/cases/${caseId}`, id)).status).toBe(404)
  }
})
