import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** The files that the page /api/docs loads. */
export function swaggerUi(): Hono {
  const routes = new Hono()
  const strip = (path: string) => path.replace(/^\/swagger-ui/, '')
  routes.get('/swagger-ui/*', serveStatic({ root: files, rewriteRequestPath: strip }))
  return routes
}
