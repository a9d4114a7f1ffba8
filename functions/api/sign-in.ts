import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import { Refusal } from '../../domain/refusal.ts'
import { deps } from '../runtime/deps.ts'
import { setting } from '../runtime/setting.ts'
import type { Approach } from '../store/approach-store.ts'
import { type Approaching, type Known, loadPerson } from '../store/locality-store.ts'
import { approach } from './access.ts'
import { VerifiedTokens } from './verified-tokens.ts'

export type SignedIn = {
  Variables: {
    /** Who sent a request that is about no single case. */
    known: Known
    /** A request that is about one: who sent it, and the case. */
    caseRequest?: CaseRequest
  }
}

/** A request about one case, from somebody who is signed in and not locked out of it. */
export interface CaseRequest extends Approach {
  known: Approaching
}

type Keys = ReturnType<typeof createRemoteJWKSet>
const issuerKeys = new Map<string, Promise<Keys>>()

/** An issuer's keys, found as OpenID Connect Discovery says; remembered, unless finding them failed. */
function keysOf(issuer: string): Promise<Keys> {
  const keys = issuerKeys.get(issuer) ?? discover(issuer)
  issuerKeys.set(issuer, keys)
  keys.catch(() => issuerKeys.delete(issuer))
  return keys
}

async function discover(issuer: string): Promise<Keys> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string }
  return createRemoteJWKSet(new URL(jwks_uri))
}

/**
 * Who sent this, from the access token. Every route that somebody signs in for comes by here: this is where lock-out is applied.
 * @param look looks up the person once the token is known to be true, and what else will be needed with them
 */
export const signedInAnd = (look: (c: Context<SignedIn>, personId: string) => Promise<Approaching | undefined>) =>
  createMiddleware<SignedIn>(async (c, next) => {
    const [scheme, token] = (c.req.header('authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new Refusal('NotSignedIn', 'Sign in to see this page.')
    const known = mustBeKnown(await look(c, await personIn(token)))
    // A draft becomes the case of the same identifier.
    for (const name of ['caseId', 'draftId']) approach(known, c.req.param(name) ?? '')
    await next()
  })

/** A person the register does not know is not signed in. */
export function mustBeKnown<Somebody extends Approaching>(known: Somebody | undefined): Somebody {
  if (known) return known
  throw new Refusal('NotSignedIn', 'You are signed in, but you are not in the register. Ask the programme manager.')
}

export const signedIn = signedInAnd(async (c, personId) => {
  const known = await loadPerson(deps(), personId)
  if (known) c.set('known', known)
  return known
})

const tokens = new VerifiedTokens()

/** What jose says when the issuer's keys cannot be had, or are none. */
const ofTheIssuer = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']

const isOfTheToken = (error: unknown): boolean => error instanceof errors.JOSEError && !ofTheIssuer.includes(error.code)

async function personIn(token: string): Promise<string> {
  const issuer = setting('OIDC_ISSUER')
  const key = await keysOf(issuer)
  try {
    const payload = await tokens.payloadOf(token, () => jwtVerify(token, key, { issuer }))
    const client = payload['client_id'] ?? payload['azp']
    if (client === setting('OIDC_CLIENT_ID') && typeof payload['username'] === 'string') return payload['username']
  } catch (error) {
    // Whatever is wrong with a token, the person's way out is the same. What is wrong with us is not theirs to mend.
    if (!isOfTheToken(error)) throw error
  }
  throw new Refusal('NotSignedIn', 'Your sign-in has expired or cannot be trusted. Sign in again.')
}
