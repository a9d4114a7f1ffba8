import { stat } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { issuerFor } from '../../../local/identity/issuer.ts'
import { identityKeys } from '../../../local/identity/keys.ts'
import { withIssuer } from '../../../local/identity/mounted.ts'
import { signIn } from '../../../local/identity/sign-in.ts'
import { signInRoutes } from '../../../local/identity/sign-in-routes.ts'
import { listenOnLoopback } from '../../../local/loopback-server.ts'
import { sampleLocality } from '../../../local/sample/sample-locality.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const { people } = sampleLocality('2026-01-05T09:00:00Z')

async function identity(folder?: string) {
  const server = await listenOnLoopback(0)
  onTestFinished(() => server.close())
  const keys = await identityKeys(folder ?? (await temporaryFolder()))
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name
  const provider = issuerFor({ port: server.port, keys, nameOf })
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.route('/', signInRoutes(provider, { people, places: new Map([['ashlarke', 'Ashlarke Surgery']]) }))
  server.answerWith(withIssuer(provider, routes))
  const issuer = `${server.url}/local/oidc`
  const discovered: unknown = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
  const configuration = z.object({ jwks_uri: z.url(), authorization_endpoint: z.url() }).parse(discovered)
  return { server, issuer, configuration, keys: createRemoteJWKSet(new URL(configuration.jwks_uri)) }
}

function authorize(endpoint: string, changes: Record<string, string>): Promise<Response> {
  const url = new URL(endpoint)
  url.search = new URLSearchParams({
    client_id: 'redesign-portal',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: `${url.origin}/signed-in`,
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
    ...changes,
  }).toString()
  return fetch(url, { redirect: 'manual' })
}

describe('signing in', () => {
  test('gives an access token that the API can verify by the issuer’s keys', async () => {
    const { server, issuer, keys } = await identity()
    const { accessToken, expiresAt } = await signIn(server.url, 'person-01')
    const { payload, protectedHeader } = await jwtVerify(accessToken, keys, { issuer })
    expect(payload).toMatchObject({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username: 'person-01',
      client_id: 'redesign-portal',
      token_use: 'access',
    })
    expect(protectedHeader.alg).toBe('RS256')
    const hours = ((payload.exp ?? 0) - Date.now() / 1000) / 3600
    expect(Math.round(hours)).toBe(12)
    expect(Math.abs(Date.parse(expiresAt) / 1000 - (payload.exp ?? 0))).toBeLessThan(5)
  })

  test('gives the portal an ID token like Cognito’s: who it is stands in one claim of its own alone', async () => {
    const { server, issuer, keys } = await identity()
    const { idToken } = await signIn(server.url, 'person-01')
    const { payload } = await jwtVerify(idToken, keys, { issuer, audience: 'redesign-portal' })
    expect(payload).toMatchObject({ 'cognito:username': 'person-01', sub: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(payload).not.toHaveProperty('username')
  })

  test('works for everybody, one after another and at once', async () => {
    const { server } = await identity()
    const ids = people.slice(0, 8).map(({ id }) => id)
    const tokens = await Promise.all(ids.map((id) => signIn(server.url, id)))
    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(8)
  })

  test('as somebody who is not there ends in a sentence', async () => {
    const { server } = await identity()
    await expect(signIn(server.url, 'nobody')).rejects.toThrow('Nobody can sign in as nobody here (400)')
  })

  test('outlives a restart: the keys are made once, and only the owner can read them', async () => {
    const folder = await temporaryFolder()
    const first = await identity(folder)
    const { accessToken } = await signIn(first.server.url, 'person-48')
    const second = await identity(folder)
    await expect(jwtVerify(accessToken, second.keys)).resolves.toBeDefined()
    expect((await stat(join(folder, 'identity-keys.json'))).mode & 0o777).toBe(0o600)
  })
})

describe('the sign-in page', () => {
  test('lists the people by role and says what it is', async () => {
    const { configuration } = await identity()
    const first = await authorize(configuration.authorization_endpoint, {})
    const location = new URL(first.headers.get('location') ?? '', configuration.authorization_endpoint)
    const html = await (await fetch(location, { headers: { cookie: cookiesOf(first) } })).text()
    expect(html).toContain('there are no passwords')
    for (const person of people) expect(html).toContain(`value="${person.id}"`)
    expect(html.indexOf('Programme manager</h2>')).toBeLessThan(html.indexOf('Practices</h2>'))
    expect(html).toContain('GP, Ashlarke Surgery')
    expect(html).not.toMatch(/(src|href)="https?:/)
  })

  test('of a sign-in that was never begun says so', async () => {
    const { server } = await identity()
    const response = await fetch(`${server.url}/local/sign-in/unknown`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('has been used')
  })
})

describe('the issuer refuses', () => {
  test.each([
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, 'PKCE'],
    ['a client it does not know', { client_id: 'other' }, 'client'],
    ['a redirect elsewhere', { redirect_uri: 'http://evil.example/signed-in' }, 'redirect_uri'],
    ['tokens in the address bar', { response_type: 'token' }, 'unsupported_response_type'],
  ])('%s', async (_what, changes, word) => {
    const { configuration } = await identity()
    const response = await authorize(configuration.authorization_endpoint, changes)
    const said = `${decodeURIComponent(response.headers.get('location') ?? '')} ${await response.text()}`
    expect(said).toContain(word)
    expect(said).not.toContain('/local/sign-in/')
  })

  test.each([
    ['by OpenID Connect’s names', 'client_id=redesign-portal&post_logout_redirect_uri=', 'logout_uri is missing'],
    ['of no client', 'logout_uri=', 'client_id is missing'],
    ['to elsewhere', 'client_id=redesign-portal&logout_uri=http://evil.example', 'post_logout_redirect_uri'],
  ])('to sign somebody out, as Cognito does, %s', async (_what, query, word) => {
    const { server, issuer } = await identity()
    const response = await fetch(`${issuer}/session/end?${query.replace(/uri=$/, `uri=${server.url}/`)}`)
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(word)])
  })

  test('a name that is not this machine’s (DNS rebinding)', async () => {
    const { server } = await identity()
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        const asked = request({ port: server.port, host: '127.0.0.1', path: '/local/oidc/jwks', headers: { host } })
        asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
        asked.end()
      })
    expect(await status('panels.example')).toBe(421)
    expect(await status(`evil.example:${server.port}`)).toBe(421)
    expect(await status('127.0.0.1:1')).toBe(421)
    expect(await status(`localhost:${server.port}`)).toBe(200)
  })
})

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
