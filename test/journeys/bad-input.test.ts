import { SendTaskSuccessCommand } from '@aws-sdk/client-sfn'
import { beforeAll, describe, expect, test } from 'vitest'
import { deps } from '../../functions/runtime/deps.ts'
import { Client, type Refused } from '../../local/demo/client.ts'
import { proposerOf } from '../../local/demo/submission.ts'
import { caseEntering } from './lived.ts'

/** Bad input of every kind, over HTTP, by every kind of person: a clear refusal each, the record unchanged, never a 500. */

const { locality, play } = await caseEntering('nomination')
let routes: { method: string; path: string }[]

beforeAll(async () => {
  const document = (await (await fetch(`${locality.url}/api/openapi.json`)).json()) as { paths: Record<string, object> }
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method, path })),
  )
})

const head = async () => (await play.see()).head
/** No tender is open: whoever sees the timeline is given the number. */
const version = async () => (await head()).sequence ?? Number.NaN
const at = (path: string, caseId = play.caseId) => `${locality.url}${path.replaceAll(/\{\w+\}/g, caseId)}`

async function token(personId: string): Promise<string> {
  const { signIn } = await import('../../local/identity/sign-in.ts')
  return (await signIn(locality.url, personId)).accessToken
}

/** What a refusal must be: a problem in words, and no trace of the program. */
async function expectProblem(
  answer: Response,
): Promise<{ code: string; detail: string; faults?: { pointer: string; detail: string }[] }> {
  const text = await answer.text()
  expect(answer.status, text).toBeLessThan(500)
  expect(answer.status, text).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const problem = JSON.parse(text)
  expect(problem.status).toBe(answer.status)
  expect(problem.detail.length).toBeGreaterThan(10)
  expect(text).not.toMatch(/\bat .*\.ts:\d+|node:internal|TypeError|ZodError|Invalid (?:input|option)|, received \w+/)
  return problem
}

const rubbish: [string, string][] = [
  ['not JSON', '{"reason":'],
  ['text', 'DROP TABLE cases'],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[]'],
  ['a string', '"reason"'],
  ['unknown fields', '{"__proto__":{"admin":true},"constructor":1,"reason":{"deep":[[[[{}]]]]}}'],
  [
    'wrong types',
    '{"reason":7,"reasons":[],"person":{},"dueAt":"soon","to":"the moon","form":"none","declaration":0,"sequence":-1}',
  ],
  ['names with a meaning of their own', '{"constructor":1,"toString":2,"valueOf":3}'],
  ['numbers that cannot be kept', '{"round":1e400,"id":9007199254740993}'],
  ['deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  [
    'characters of every kind',
    '{"reason":"\\u0000\\ud800","person":"../../etc/passwd","dueAt":"9999-99-99T99:99:99.999Z"}',
  ],
]

describe('bad input', () => {
  test('every command, with every kind of rubbish, by every role: refused in words, nothing recorded', {
    timeout: process.env['LONG'] ? 1_800_000 : 300_000,
  }, async () => {
    const commands = routes.filter(({ method }) => method !== 'get')
    expect(commands.length).toBeGreaterThan(10)
    const before = await head()
    const people = [...new Set(play.people.flatMap(({ roles }) => roles))].map((role) => play.having(role)[0]?.id ?? '')
    for (const [role, personId] of people.entries()) {
      const authorization = `Bearer ${await token(personId)}`
      for (const [number, { method, path }] of commands.entries()) {
        for (const [kind, [, body]] of rubbish.entries()) {
          if (method === 'delete') continue
          // Each command with every kind, and each role with every command; all three together take minutes.
          if (!process.env['LONG'] && (role + number + kind) % people.length !== 0) continue
          const answer = await fetch(at(path), {
            method: method.toUpperCase(),
            body,
            headers: { authorization, 'content-type': 'application/json', 'if-match': '"1"' },
          })
          // A command that needs no words may be allowed to somebody: then it is no rubbish. Any object may be drafted.
          if (answer.status >= 400) await expectProblem(answer)
          else if (!/^\/api\/drafts/.test(path)) expect([path, personId, body]).toEqual([path, personId, 'a refusal'])
        }
      }
    }
    expect(await head()).toEqual(before)
  })

  test('every view and command, signed out or with a forged token: sign in first', async () => {
    const [header, claims, signature] = (await token(play.manager.personId)).split('.')
    const forged = [
      undefined,
      'Basic dXNlcjpwYXNz',
      'Bearer',
      'Bearer nonsense',
      `Bearer ${header}.${claims}.${'A'.repeat(signature?.length ?? 0)}`,
      `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`,
      `Bearer ${header}.${Buffer.from(JSON.stringify({ username: play.manager.personId })).toString('base64url')}.${signature}`,
    ]
    for (const { method, path } of routes.filter(({ path }) => !path.startsWith('/api/public')))
      for (const authorization of forged) {
        const answer = await fetch(at(path), {
          method: method.toUpperCase(),
          headers: { ...(authorization && { authorization }), 'if-match': '"1"', 'content-type': 'application/json' },
          ...(method === 'get' || method === 'delete' ? {} : { body: '{}' }),
        })
        expect((await expectProblem(answer)).code, `${method} ${path} ${authorization}`).toBe('NotSignedIn')
      }
  })

  test('unknown cases and pages are not found, whatever their name looks like', async () => {
    const authorization = `Bearer ${await token(play.manager.personId)}`
    for (const caseId of [
      'c000000000000',
      'c',
      '__proto__',
      '..%2F..%2Fsecret',
      '%00',
      'x'.repeat(5000),
      '%F0%9F%92%A9',
    ])
      for (const { method, path } of routes.filter(({ path }) => path.includes('{'))) {
        const answer = await fetch(at(path, caseId), {
          method: method.toUpperCase(),
          headers: { authorization, 'if-match': '"1"', 'content-type': 'application/json' },
          ...(method === 'get' || method === 'delete' ? {} : { body: '{}' }),
        })
        if (answer.status === 204) continue // nothing to delete is deleted
        expect((await expectProblem(answer)).code).toMatch(/NotFound|Invalid|NotAllowed/)
      }
    expect((await expectProblem(await fetch(`${locality.url}/api/nowhere`))).code).toBe('NotFound')
  })

  test('a body that is too large is refused before it is read', async () => {
    const answer = await fetch(at('/api/cases/{caseId}/pause'), {
      method: 'POST',
      body: JSON.stringify({ reason: 'x'.repeat(5 * 1024 * 1024) }),
      headers: { authorization: `Bearer ${await token(play.manager.personId)}`, 'content-type': 'application/json' },
    })
    expect((await expectProblem(answer)).detail).toContain('4 MB')
  })

  test('all faults of an input are listed at once, each with its path', async () => {
    const answer = await fetch(at('/api/cases/{caseId}/extend-deadline'), {
      method: 'POST',
      body: JSON.stringify({ dueAt: 'soon', reason: '', extra: 1 }),
      headers: {
        authorization: `Bearer ${await token(play.manager.personId)}`,
        'content-type': 'application/json',
        'if-match': 'yesterday',
      },
    })
    const { faults } = await expectProblem(answer)
    expect(faults?.map(({ pointer }) => pointer).sort()).toEqual(['/dueAt', '/extra', '/if-match', '/reason'])
  })

  test('the wrong person and the wrong stage are told so', async () => {
    const practice = play.as(play.having('practice')[5]?.id ?? '')
    const codeOf = (sent: Promise<unknown>) =>
      sent.then(
        () => 'done',
        (error: Refused) => error.code,
      )
    const command = (name: string) => `/api/cases/${play.caseId}/${name}`
    expect(await codeOf(practice.post(command('pause'), { reason: 'Because.' }))).toBe('NotAllowed')
    expect(await codeOf(play.manager.post(command('accept-proposal')))).toBe('WrongStage')
    expect(await codeOf(play.manager.post(command('nominate'), { person: 'nobody' }))).toBe('NotAllowed')
    expect(await codeOf(play.manager.post(command('resume'), { reason: 'Because.' }))).toBe('AlreadyDone')
    expect(await codeOf(play.auditor.get(command('record')))).toBe('NotAllowed')
  })

  test('a doubled command is done once; a key used for something else is refused', async () => {
    const send = async (key: string, body: unknown) =>
      fetch(at('/api/cases/{caseId}/extend-deadline'), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${await token(play.manager.personId)}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
      })
    const { wait } = await play.see()
    const dueAt = new Date(Date.parse(wait?.dueAt ?? '') + 86_400_000).toISOString()
    const before = await version()
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('one', { dueAt, reason: 'A holiday.' })))
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(bodies).toEqual(bodies.map(() => bodies[0]))
    await play.settled()
    expect(await version()).toBe(before + 1)
    expect((await expectProblem(await send('one', { dueAt, reason: 'Another reason.' }))).code).toBe('Invalid')
  })

  test('a draft begun twice under one key is one draft', async () => {
    const practice = play.having('practice')[7]?.id ?? ''
    const begin = async () =>
      fetch(`${locality.url}/api/drafts`, {
        method: 'POST',
        body: '{"title":"Physiotherapy"}',
        headers: {
          authorization: `Bearer ${await token(practice)}`,
          'content-type': 'application/json',
          'idempotency-key': 'begun once',
        },
      })
    const [first, second] = [await (await begin()).json(), await (await begin()).json()]
    expect((second as { id: string }).id).toBe((first as { id: string }).id)
    const { drafts } = await play.as(practice).get<{ drafts: object[] }>('/api/drafts')
    expect(drafts).toHaveLength(1)
  })

  test('a proposal submitted again, because its answer was lost, is the one that was submitted; to others it is no draft', async () => {
    const submittedBy = proposerOf(play).id
    const before = await version()
    const again = await play.as(submittedBy).post<{ events: string[] }>(`/api/drafts/${play.caseId}/submit`)
    expect(again.events).toEqual(['ProposalSubmitted', 'WaitOpened'])
    const other = play.having('practice').find(({ id }) => id !== submittedBy)?.id ?? ''
    await expect(play.as(other).post(`/api/drafts/${play.caseId}/submit`)).rejects.toThrow('does not exist')
    expect(await version()).toBe(before)
  })

  /** A pause, by somebody who says which version of the case they read. */
  const pauseHavingRead = async (read: number) =>
    fetch(at('/api/cases/{caseId}/pause'), {
      method: 'POST',
      body: JSON.stringify({ reason: 'Because.' }),
      headers: {
        authorization: `Bearer ${await token(play.manager.personId)}`,
        'content-type': 'application/json',
        'if-match': `"${read}"`,
      },
    })

  test('a stale edit is refused with what changed', async () => {
    const answer = await pauseHavingRead((await version()) - 1)
    const problem = await expectProblem(answer)
    expect([problem.code, problem.detail]).toEqual(['Stale', expect.stringContaining('DeadlineExtended')])
  })

  test('a version that the case never had is refused as such, not as a change', async () => {
    const before = await version()
    for (const read of [0, before + 1, 999_999]) {
      const answer = await pauseHavingRead(read)
      const problem = await expectProblem(answer)
      expect([answer.status, problem.code, problem.faults?.map(({ pointer }) => pointer)]).toEqual([
        422,
        'Invalid',
        ['/if-match'],
      ])
      expect(problem.detail).toContain('never had the version')
    }
    expect(await version()).toBe(before)
  })

  test('a list goes on only from where one of its own pages ended', async () => {
    const authorization = `Bearer ${await token(play.manager.personId)}`
    const page = (url: string) => fetch(`${locality.url}${url}`, { headers: { authorization } })
    const opaque = (text: string) => Buffer.from(text).toString('base64url')
    const row = '2026-01-05T09:00:00.000Z#c0123456789ab'
    const foreign = [
      'garbage',
      row,
      opaque(row),
      opaque(`waiting ${row}`),
      opaque(`board ${row}`),
      '%00',
      '%F0%9F%92%A9',
    ]
    for (const list of ['/api/board', '/api/board?stage=tender', '/api/public/cases', '/api/public/tenders'])
      for (const after of foreign) {
        const { code, faults } = await expectProblem(
          await page(`${list}${list.includes('?') ? '&' : '?'}after=${after}`),
        )
        expect([code, faults?.map(({ pointer }) => pointer)]).toEqual(['Invalid', ['/after']])
      }
    // Its own form is taken, and another list does not take it.
    expect((await page(`/api/public/cases?after=${opaque(`public ${row}`)}`)).status).toBe(200)
    expect((await page(`/api/board?after=${opaque(`board open#${row}`)}`)).status).toBe(200)
    expect((await page(`/api/public/cases?after=${opaque(`board open#${row}`)}`)).status).toBe(422)
    expect((await page(`/api/public/cases?after=${opaque(`public open#${row}`)}`)).status).toBe(422)
  })

  test('a method that a page does not have is refused with those it has', async () => {
    const authorization = `Bearer ${await token(play.manager.personId)}`
    const methodsAt = Map.groupBy(routes, ({ path }) => path)
    for (const [path, here] of methodsAt) {
      const answer = await fetch(at(path), { method: 'PATCH', body: '{}', headers: { authorization } })
      expect([answer.status, (await expectProblem(answer)).code, path]).toEqual([405, 'WrongMethod', path])
      const allowed = (answer.headers.get('allow') ?? '').toLowerCase().split(', ')
      expect(allowed.filter((method) => method !== 'head').sort()).toEqual(here.map(({ method }) => method).sort())
    }
    const nowhere = await fetch(at('/api/cases/{caseId}/nowhere'), { method: 'PATCH', body: '{}' })
    expect((await expectProblem(nowhere)).code).toBe('NotFound')
  })

  test('a local page that is not there is a problem, as everywhere', async () => {
    expect((await expectProblem(await fetch(`${locality.url}/local/elsewhere`))).code).toBe('NotFound')
  })

  test('a forged, a doubled and a late task signal change nothing', async () => {
    const before = await head()
    const client = await deps().workflows.client()
    const send = (taskToken: string) =>
      client.send(new SendTaskSuccessCommand({ taskToken, output: '{"verdict":"answered"}' }))
    await expect(send('forged')).rejects.toThrow()
    const { loadCase } = await import('../../functions/store/case-store.ts')
    const spent = (await loadCase(deps(), play.caseId)).openWait?.token ?? ''
    // A true token, sent by somebody who has no reason to: the workflow reads the record, and goes on waiting.
    await send(spent)
    await play.settled()
    await expect(send(spent)).rejects.toThrow()
    expect(await head()).toEqual(before)
    expect((await play.see()).wait?.name).toBe('nominations')
  })
})

test('the client of the demo tells what the API said', async () => {
  await expect(new Client(locality.url, 'nobody-at-all').get('/api/me')).rejects.toThrow()
})
