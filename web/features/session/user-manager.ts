import type { UserManager } from 'oidc-client-ts'
import { unreachable } from '../../api.ts'

/** Where people sign in; the hosting says it in `/config.json`, and on one machine it is this origin. */
interface Configuration {
  issuer: string
  clientId: string
}

const onOneMachine: Configuration = { issuer: `${location.origin}/local/oidc`, clientId: 'redesign-portal' }

async function configuration(): Promise<Configuration> {
  const answer = await fetch('/config.json')
  const told = answer.headers.get('content-type')?.includes('json') === true
  return answer.ok && told ? answer.json() : onOneMachine
}

/** Where the issuer sends people back to. */
export const backPath = '/signed-in'

let made: Promise<UserManager> | undefined

/**
 * Authorization code with PKCE; the sign-in lives in this tab alone. Fetched when somebody signs in or out, or a sign-in is
 * renewed; fetched anew where that failed. @throws Problem when it cannot be reached
 */
export function userManager(): Promise<UserManager> {
  made ??= make().catch(() => {
    made = undefined
    throw unreachable()
  })
  return made
}

/** Ends the sign-in where people sign in, as Cognito asks for it. It comes back to the front page. */
export async function leaveIssuer(): Promise<void> {
  const manager = await userManager()
  const { client_id } = manager.settings
  await manager.signoutRedirect({ extraQueryParams: { client_id, logout_uri: `${location.origin}/` } })
}

async function make(): Promise<UserManager> {
  const [{ issuer, clientId }, { UserManager, WebStorageStateStore }] = await Promise.all([
    configuration(),
    import('oidc-client-ts'),
  ])
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}${backPath}`,
    response_type: 'code',
    scope: 'openid profile',
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  })
}
