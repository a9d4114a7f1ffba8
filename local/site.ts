import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { Refusal } from '../domain/refusal.ts'
import { onError } from '../functions/api/errors.ts'
import { clientId, issuerPath } from './identity/issuer.ts'
import { asLambdaAnswers } from './lambda-answer.ts'
import type { Portal } from './portal.ts'
import type { Product } from './product.ts'
import { ownPagesOnly } from './routes/own-pages-only.ts'
import { swaggerUi } from './swagger-ui.ts'

/** Everything on the one port but the issuer: the API as it is in AWS, the local pages, the portal for the rest. */
export function site(options: {
  product: Product
  local: Hono
  signIn: Hono<{ Bindings: HttpBindings }>
  portal: Portal
}): Hono<{ Bindings: HttpBindings }> {
  const { product, local, signIn, portal } = options
  const routes = new Hono<{ Bindings: HttpBindings }>()
  routes.onError(onError)
  routes.all('/api/*', async (c) => asLambdaAnswers(await product.app.fetch(c.req.raw)))
  routes.get('/config.json', (c) =>
    c.json({ issuer: `${new URL(c.req.url).origin}${issuerPath}`, clientId }, 200, { 'cache-control': 'no-store' }),
  )
  routes.use('/local/*', ownPagesOnly)
  routes.route('/', signIn)
  routes.route('/', local)
  routes.all('/local/*', (c) => onError(new Refusal('NotFound', 'This page does not exist.'), c))
  routes.route('/', swaggerUi())
  routes.route('/', portal.routes)
  return routes
}
