import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type Provider from 'oidc-provider'
import type { Listener } from '../loopback-server.ts'
import { page, pageHeaders } from '../page.ts'
import { issuerPath } from './issuer.ts'

/** The issuer (a Koa application) under its path, and everything else from `routes`. */
export function withIssuer(provider: Provider, routes: Hono<{ Bindings: HttpBindings }>): Listener {
  const issuer = provider.callback()
  const others = getRequestListener(routes.fetch)
  return (request, response) => {
    const [path, query] = (request.url ?? '').split('?')
    if (path === `${issuerPath}/session/end` && request.method === 'GET') {
      const asked = asCognitoSignsOut(new URLSearchParams(query))
      if ('missing' in asked) return void refused(response as ServerResponse, asked.missing)
      request.url = `${path}?${new URLSearchParams(asked)}`
    }
    if (request.url?.startsWith(`${issuerPath}/`)) return void issuer(unmounted(request), response)
    void others(request, response as ServerResponse)
  }
}

/**
 * Signing out as Cognito lets a client do it: it needs `client_id` and `logout_uri`, and looks at nothing else
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html). @returns it by the issuer's own names
 */
function asCognitoSignsOut(query: URLSearchParams) {
  const [client_id, logoutUri] = [query.get('client_id'), query.get('logout_uri')]
  if (!client_id) return { missing: 'client_id' }
  return logoutUri ? { client_id, post_logout_redirect_uri: logoutUri } : { missing: 'logout_uri' }
}

function refused(response: ServerResponse, missing: string): void {
  response.writeHead(400, pageHeaders)
  response.end(
    page('Sign-out did not work', `<h1>Sign-out did not work</h1>\n<p>The parameter ${missing} is missing.</p>`),
  )
}

/** The issuer finds its mount point by comparing the two, as Express leaves them. */
function unmounted(request: IncomingMessage): IncomingMessage {
  const url = request.url ?? ''
  return Object.assign(request, { originalUrl: url, url: url.slice(issuerPath.length) })
}
