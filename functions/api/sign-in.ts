import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { Refusal } from '../../domain/refusal.ts'
import { deps } from '../runtime/deps.ts'
import { setting } from '../runtime/setting.ts'
import type { loadCase } from '../store/case-store.ts'
import { type Known, loadPerson } from '../store/locality-store.ts'
import { approach } from './access.ts'

export type SignedIn = {
  Variables: {
    known: Known
    /** The case that the request is about, being loaded. */
    case?: ReturnType<typeof loadCase>
  }
}

type Keys = ReturnType<typeof createRemoteJWKSet>
const known = new Map<string, Promise<Keys>>()

/** An issuer's keys, found as OpenID Connect Discovery says; remembered, unless finding them failed. */
function keysOf(issuer: string): Promise<Keys> {
  const keys = known.get(issuer) ?? discover(issuer)
  known.set(issuer, keys)
  keys.catch(() => known.delete(issuer))
  return keys
}

async function discover(issuer: string): Promise<Keys> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string }
  return createRemoteJWKSet(new URL(jwks_uri))
}

/**
 * Who sent this, from the access token; a person the register does not know is not signed in.
 * @param meanwhile begins what else will be needed, once the token is known to be true, while the person is looked up; or
 * looks up the person itself, together with it
 */
export const signedInAnd = (
  meanwhile: (c: Context<SignedIn>, personId: string) => Promise<Known | undefined> | undefined,
) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('NotSignedIn', 'Sign in to see this page.')
    const personId = await personIn(token)
    const person = await (meanwhile(c, personId) ?? loadPerson(deps(), personId))
    if (!person)
      throw new Refusal('NotSignedIn', 'You are signed in, but you are not in the register. Ask the programme manager.')
    // Every route that somebody signs in for comes by here: this is where lock-out is applied. A draft becomes the case of
    // the same identifier.
    for (const name of ['caseId', 'draftId']) approach(person, c.req.param(name) ?? '')
    c.set('known', person)
    await next()
  })

export const signedIn = signedInAnd(() => undefined)

async function personIn(token: string): Promise<string> {
  const issuer = setting('OIDC_ISSUER')
  const key = await keysOf(issuer)
  try {
    const { payload } = await jwtVerify(token, key, { issuer })
    const client = payload['client_id'] ?? payload['azp']
    if (client === setting('OIDC_CLIENT_ID') && typeof payload['username'] === 'string') return payload['username']
  } catch {
    // Whatever is wrong with a token, the person's way out is the same.
  }
  throw new Refusal('NotSignedIn', 'Your sign-in has expired or cannot be trusted. Sign in again.')
}
