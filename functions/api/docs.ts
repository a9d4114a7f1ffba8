import type { OpenAPIHono } from '@hono/zod-openapi'
import * as z from '../../domain/zod.ts'
import type { SignedIn } from './sign-in.ts'

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Redesign Panels: the API</title>
<link rel="stylesheet" href="/swagger-ui/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/swagger-ui/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`

/** Starts Swagger UI with our document: the script that comes with it shows a sample from elsewhere. */
const start = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs' })\n"

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Redesign Panels',
    version: '1',
    description: 'Commands change a case and are recorded; views show it. Every error is a problem (RFC 9457).',
  },
}

/** The OpenAPI document as text. Making it takes a second, and it is the same until the process ends. */
function describe(app: OpenAPIHono<SignedIn>): string {
  for (const described of app.openAPIRegistry.definitions) Object.assign(described, z.itself(described))
  return JSON.stringify(app.getOpenAPI31Document(about))
}

/** The OpenAPI 3.1 document at `/api/openapi.json`, readable at `/api/docs`. The portal's hosting serves `/swagger-ui/`. */
export function docs(app: OpenAPIHono<SignedIn>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'signIn', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of the portal’s OpenID Connect issuer (authorization code with PKCE).',
  })
  let described: string | undefined
  app.get('/api/openapi.json', (c) => {
    described ??= describe(app)
    return c.body(described, 200, { 'content-type': 'application/json' })
  })
  app.get('/api/docs', (c) => c.html(page))
  app.get('/api/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
