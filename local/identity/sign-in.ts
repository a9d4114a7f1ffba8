import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { clientId, issuerPath } from './issuer.ts'

const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() })
const tokens = z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.number() })

export interface SignedIn {
  accessToken: string
  /** What the portal learns of who it is. */
  idToken: string
  /** An instant of real time. */
  expiresAt: string
}

/**
 * Signs in over HTTP as a browser does: authorization code with PKCE, following redirects, keeping cookies, choosing the
 * person on the sign-in page. For scripts and tests: `const { accessToken } = await signIn('http://127.0.0.1:8080', id)`,
 * then `authorization: Bearer …`.
 */
export async function signIn(baseUrl: string, personId: string): Promise<SignedIn> {
  const origin = new URL(baseUrl).origin
  const redirectUri = `${origin}/signed-in`
  const found = await ask(`${origin}${issuerPath}/.well-known/openid-configuration`)
  const configuration = discovery.parse(await found.json())
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const authorize = new URL(configuration.authorization_endpoint)
  authorize.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  const back = await walk(authorize, redirectUri, personId)
  const code = back.searchParams.get('code')
  if (!code || back.searchParams.get('state') !== state) {
    throw new Error(
      `Signing in as ${personId} ended without a code: ${back.searchParams.get('error') ?? 'wrong state'}.`,
    )
  }
  const response = await ask(configuration.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  })
  if (!response.ok) throw new Error(`The issuer gave no token (${response.status}).`)
  const { access_token, id_token, expires_in } = tokens.parse(await response.json())
  return {
    accessToken: access_token,
    idToken: id_token,
    expiresAt: new Date(Date.now() + expires_in * 1000).toISOString(),
  }
}

/** A server that is only starting is there no more than one that does not answer: fetch's own kind of error. */
async function ask(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  if (response.status >= 500) throw new TypeError(`The issuer is not there yet (${response.status}).`)
  return response
}

/** Goes where the redirects lead until they come back to the client. */
async function walk(start: URL, redirectUri: string, personId: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = start
  let choose = false
  for (let hops = 0; hops < 10; hops++) {
    const response = await ask(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(choose && { method: 'POST', body: new URLSearchParams({ person: personId }) }),
    })
    keepCookies(cookies, response)
    const location = response.headers.get('location')
    if (location) {
      next = new URL(location, next)
      choose = false
      if (`${next.origin}${next.pathname}` === redirectUri) return next
    } else if (response.status === 200 && !choose) {
      choose = true
    } else {
      throw new Error(`Nobody can sign in as ${personId} here (${response.status}).`)
    }
  }
  throw new Error('The sign-in went round in circles.')
}

function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (value.join('=') === '') cookies.delete(name)
    else cookies.set(name, value.join('='))
  }
}
