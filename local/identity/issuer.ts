import { createHash } from 'node:crypto'
import Provider from 'oidc-provider'
import { escapeHtml, page, pageHeaders } from '../page.ts'
import type { IdentityKeys } from './keys.ts'
import { memoryAdapters } from './memory-adapter.ts'

export const clientId = 'redesign-portal'
export const issuerPath = '/local/oidc'
export const signInPath = '/local/sign-in'

const resource = 'urn:redesign-panels:api'
/** Of tokens and sessions; by real time, not by the local clock, for the API verifies tokens by real time. */
const lifeSeconds = 12 * 60 * 60

/**
 * OpenID Connect without passwords: authorization code with PKCE, and tokens like Cognito's. The person's id is `username`
 * in the access token and `cognito:username` in the ID token, of which `sub` says nothing. It serves the sample people on this
 * machine and nothing else.
 */
export function issuerFor(options: {
  port: number
  keys: IdentityKeys
  nameOf: (personId: string) => string | undefined
}): Provider {
  const { port, keys, nameOf } = options
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`]
  const provider = new Provider(`${origins[0]}${issuerPath}`, {
    adapter: memoryAdapters(),
    clients: [
      {
        client_id: clientId,
        client_name: 'Redesign Panels',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        subject_type: 'pairwise',
        // Whatever it is: the client's two origins are one.
        sector_identifier_uri: 'https://redesign-panels.example/',
        redirect_uris: origins.map((origin) => `${origin}/signed-in`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookies],
      // Cookies do not tell ports apart: two localities on one machine must not share them.
      names: { session: `session_${port}`, interaction: `interaction_${port}`, resume: `resume_${port}` },
      long: { signed: true, sameSite: 'lax' },
      short: { signed: true, sameSite: 'lax' },
    },
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: async (_context, personId) => subOf(personId),
    sectorIdentifierUriValidate: () => false,
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name', 'cognito:username'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: lifeSeconds,
      IdToken: lifeSeconds,
      Session: lifeSeconds,
      Grant: lifeSeconds,
      Interaction: 3600,
    },
    interactions: { url: (_context, interaction) => `${signInPath}/${interaction.uid}` },
    findAccount(_context, personId) {
      const name = nameOf(personId)
      if (name === undefined) return undefined
      return { accountId: personId, claims: async () => ({ sub: personId, 'cognito:username': personId, name }) }
    },
    extraTokenClaims: async (_context, token) => ({
      ...('accountId' in token && { username: token.accountId }),
      token_use: 'access',
    }),
    // Nobody is asked to consent to the only client there is.
    async loadExistingGrant(context) {
      const { session, client, result } = context.oidc
      if (!session?.accountId || !client) return undefined
      const known = result?.consent?.grantId ?? session.grantIdFor(client.clientId)
      const existing = known ? await provider.Grant.find(known) : undefined
      if (existing && existing.accountId === session.accountId) return existing
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      grant.addResourceScope(resource, '')
      await grant.save()
      return grant
    },
    clientBasedCORS: (_context, origin) => origins.includes(origin),
    renderError(context, out) {
      context.set(pageHeaders)
      context.body = page('Sign-in did not work', errorBody(String(out.error_description ?? out.error)))
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: resource,
          accessTokenTTL: lifeSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context, form) {
          context.set({
            ...pageHeaders,
            'content-security-policy': `${pageHeaders['content-security-policy']}; ${ownScripts}`,
          })
          context.body = page('Signing out', signOutBody(form))
        },
        postLogoutSuccessSource(context) {
          context.set(pageHeaders)
          context.body = page('Signed out', '<h1>You have signed out</h1>\n<p><a href="/">Back to the portal</a></p>')
        },
      },
    },
  })
  return provider
}

/** As Cognito makes one for each account: a UUID. */
function subOf(personId: string): string {
  const hash = createHash('sha256').update(personId).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

function errorBody(description: string): string {
  return `<h1>Sign-in did not work</h1>
<p>${escapeHtml(description)}</p>
<p><a href="/">Begin again at the portal</a></p>`
}

/** Goes on by itself: who pressed "Sign out" has said so. @param form the issuer's own, with the identifier `op.logoutForm` */
function signOutBody(form: string): string {
  return `<h1>Signing you out</h1>
${form}
<p><button class="button" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></p>
<script>${pressSignOut}</script>`
}

const pressSignOut = "document.querySelector('button').click()"
const ownScripts = `script-src 'sha256-${createHash('sha256').update(pressSignOut).digest('base64')}'`
