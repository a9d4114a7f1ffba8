import { Hono } from 'hono'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { onError } from '../../../functions/api/errors.ts'
import { type SignedIn, signedInAnd } from '../../../functions/api/sign-in.ts'
import { logger } from '../../../functions/runtime/log.ts'

/** An API behind an issuer whose keys are remembered: each test has an issuer of its own. */
let issuers = 0
let keys: Awaited<ReturnType<typeof generateKeyPair>>
let others: typeof keys

beforeAll(async () => {
  keys = await generateKeyPair('ES256')
  others = await generateKeyPair('ES256')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const claims = { username: 'person-01', client_id: 'portal' }
const signed = (issuer: string, said: object = claims, { privateKey } = keys, expires = '1h') =>
  new SignJWT({ ...said })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(issuer)
    .setExpirationTime(expires)
    .sign(privateKey)

async function asked(
  token: (issuer: string) => Promise<string> | string,
  fetched: { discovery?: () => Response; keys?: () => Response | Promise<Response> } = {},
  clientId = 'portal',
) {
  issuers += 1
  const issuer = `https://issuer-${issuers}.test`
  vi.stubEnv('OIDC_ISSUER', issuer)
  vi.stubEnv('OIDC_CLIENT_ID', clientId)
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }] }
  vi.stubGlobal('fetch', async (url: string | URL) =>
    String(url).endsWith('/openid-configuration')
      ? (fetched.discovery ?? (() => Response.json({ jwks_uri: `${issuer}/keys` })))()
      : (fetched.keys ?? (() => Response.json(jwks)))(),
  )
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => {})
  const app = new Hono<SignedIn>()
  app.onError(onError)
  const known = { person: { id: 'person-01', roles: ['practice'] }, exclusions: new Map() } as never
  app.use(signedInAnd(async (_, personId) => (personId === 'person-01' ? known : undefined)))
  app.get('/', (c) => c.text('seen'))
  const { status } = await app.request('/', { headers: { authorization: `Bearer ${await token(issuer)}` } })
  return { status, logged: logged.mock.calls.length > 0 }
}

const lost = () => {
  throw new TypeError('fetch failed')
}

test.each<[string, (issuer: string) => Promise<string> | string]>([
  ['that has expired', (issuer) => signed(issuer, claims, keys, '-1s')],
  ['of another issuer', () => signed('https://elsewhere.test')],
  ['signed with another key', (issuer) => signed(issuer, claims, others)],
  ['for another client', (issuer) => signed(issuer, { ...claims, client_id: 'other' })],
  ['of somebody who is not known', (issuer) => signed(issuer, { ...claims, username: 'nobody' })],
  ['that is none', () => 'a.b.c'],
  ['that is nothing', () => 'token'],
])('a token %s is a sign-in that is over', async (_, token) => {
  expect(await asked(token)).toEqual({ status: 401, logged: false })
})

test('a true one is let in', async () => {
  expect(await asked(signed)).toEqual({ status: 200, logged: false })
})

test.each<[string, Parameters<typeof asked>[1]]>([
  ['cannot be reached', { discovery: lost }],
  ['answers nonsense', { discovery: () => new Response('<html>', { status: 503 }) }],
  ['has keys that cannot be reached', { keys: lost }],
  ['has keys that take too long', { keys: () => Promise.reject(new DOMException('Too long', 'TimeoutError')) }],
  ['has no keys now', { keys: () => new Response(null, { status: 503 }) }],
  ['has keys that are none', { keys: () => Response.json({}) }],
])(
  'where the issuer %s, it is a fault of ours, which is logged: nobody is told to sign in again',
  async (_, fetched) => {
    expect(await asked(signed, fetched)).toEqual({ status: 500, logged: true })
  },
)

test('so is a setting that is missing', async () => {
  expect(await asked(signed, {}, '')).toEqual({ status: 500, logged: true })
})
