import { createMiddleware } from 'hono/factory'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { Refusal } from '../../domain/refusal.ts'
import { deps } from '../runtime/deps.ts'
import { setting } from '../runtime/setting.ts'
import { type Known, loadPerson } from '../store/locality-store.ts'

export type SignedIn = { Variables: { known: Known } }

type Keys = ReturnType<typeof createRemoteJWKSet>
let keys: Promise<Keys> | undefined

/** The issuer's keys, found as OpenID Connect Discovery says; remembered, unless finding them failed. */
async function issuerKeys(issuer: string): Promise<Keys> {
  keys ??= fetch(`${issuer}/.well-known/openid-configuration`)
    .then((answer) => answer.json())
    .then((configuration) => createRemoteJWKSet(new URL((configuration as { jwks_uri: string }).jwks_uri)))
  return keys.catch((error) => {
    keys = undefined
    throw error
  })
}

/** Who sent this, from the access token; a person the register does not know is not signed in. */
export const signedIn = createMiddleware<SignedIn>(async (c, next) => {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('NotSignedIn', 'Sign in to see this page.')
  const known = await loadPerson(deps(), await personIn(token))
  if (!known)
    throw new Refusal(
      'NotSignedIn',
      'You are signed in, but the register does not know you. Ask the programme manager.',
    )
  c.set('known', known)
  await next()
})

async function personIn(token: string): Promise<string> {
  const issuer = setting('OIDC_ISSUER')
  const key = await issuerKeys(issuer)
  try {
    const { payload } = await jwtVerify(token, key, { issuer })
    const client = payload['client_id'] ?? payload['azp']
    if (client === setting('OIDC_CLIENT_ID') && typeof payload['username'] === 'string') return payload['username']
  } catch {
    // Whatever is wrong with a token, the person's way out is the same.
  }
  throw new Refusal('NotSignedIn', 'Your sign-in has expired or cannot be trusted. Sign in again.')
}
