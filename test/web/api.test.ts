import { afterEach, expect, test, vi } from 'vitest'
import { ask, askBytes, Problem } from '../../web/api.ts'

/** A gateway stands before the API in AWS, and refuses in words of its own. */

afterEach(() => {
  vi.unstubAllGlobals()
})

function answering(status: number, body: string, type = 'application/json'): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'content-type': type } }))
}

async function problemOf(asking: Promise<unknown>): Promise<Problem> {
  const problem = await asking.then(
    () => undefined,
    (error) => error,
  )
  if (!(problem instanceof Problem)) throw new Error('It is no problem.')
  return problem
}

test.each([
  ['a sign-in that has ended', 401, '{"message":"Unauthorized"}', 'NotSignedIn', /Sign in again/],
  ['too many requests', 429, '{"message":"Too Many Requests"}', 'Busy', /[Tt]ry again in a minute/],
  ['a function that was too slow', 504, '{"message":"Endpoint request timed out"}', 'Unreadable', /in a few minutes/],
  ['a page of a proxy', 502, '<html>Bad gateway</html>', 'Unreadable', /in a few minutes/],
  ['a proxy that wants a password', 401, '<html>Sign in</html>', 'NotSignedIn', /Sign in again/],
])('%s is told in words that can be acted on', async (_, status, body, code, words) => {
  for (const asked of [ask, askBytes]) {
    answering(status, body, body.startsWith('<') ? 'text/html' : 'application/json')
    expect(await problemOf(asked('/api/me'))).toMatchObject({ status, code, message: expect.stringMatching(words) })
  }
})

test('what the API says is told as it says it; the status is that of the answer', async () => {
  const said = {
    title: 'No',
    detail: 'Not yet.',
    status: 500,
    code: 'TooEarly',
    faults: [{ pointer: '/a', detail: 'b' }],
  }
  for (const asked of [ask, askBytes]) {
    answering(409, JSON.stringify(said), 'application/problem+json')
    const problem = await problemOf(asked('/api/me'))
    expect(problem).toMatchObject({ status: 409, code: 'TooEarly', title: 'No', faults: said.faults })
    expect(problem.message).toBe('Not yet.')
  }
})

test('a page where an answer should be is no answer', async () => {
  answering(200, '<html></html>', 'text/html')
  expect(await problemOf(ask('/api/me'))).toMatchObject({ status: 200, code: 'Unreadable' })
})
