import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type Provider from 'oidc-provider'
import type { Listener } from '../loopback-server.ts'
import { issuerPath } from './issuer.ts'

/** The issuer (a Koa application) under its path, and everything else from `routes`. */
export function withIssuer(provider: Provider, routes: Hono<{ Bindings: HttpBindings }>): Listener {
  const issuer = provider.callback()
  const others = getRequestListener(routes.fetch)
  return (request, response) => {
    if (request.url?.startsWith(`${issuerPath}/`)) return void issuer(unmounted(request), response)
    void others(request, response as ServerResponse)
  }
}

/** The issuer finds its mount point by comparing the two, as Express leaves them. */
function unmounted(request: IncomingMessage): IncomingMessage {
  const url = request.url ?? ''
  return Object.assign(request, { originalUrl: url, url: url.slice(issuerPath.length) })
}
