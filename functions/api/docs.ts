import { proposalFormSchema } from '../../domain/proposal/proposal.ts'
import * as z from '../../domain/zod.ts'
import { once } from '../runtime/once.ts'
import type { Api } from './api.ts'

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

/** Schemas that the routes name, and none of them takes as it is. */
const alsoTold = { ProposalForm: proposalFormSchema }

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Redesign Panels',
    version: '1',
    description: 'Commands change a case and are recorded; views show it. Every error is a problem (RFC 9457).',
  },
}

/** The way in which a request says who sends it. */
const signIn = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'An access token of the portal’s OpenID Connect issuer (authorization code with PKCE).',
} as const

/** The OpenAPI document as text. Making it takes a second, and it is the same until the process ends: what makes it is loaded when it is asked for. */
async function describe({ described }: Api): Promise<string> {
  const { OpenApiGeneratorV31 } = await import('@asteasolutions/zod-to-openapi')
  const schemas = Object.entries(alsoTold).map(([id, schema]) => ({
    type: 'schema',
    schema: z.itself(schema.meta({ id })),
  }))
  const routes = described.map((route) => ({ type: 'route', route: z.itself(route) }))
  const security = { type: 'component', componentType: 'securitySchemes', name: 'signIn', component: signIn }
  const told = [...schemas, security, ...routes] as ConstructorParameters<typeof OpenApiGeneratorV31>[0]
  return JSON.stringify(new OpenApiGeneratorV31(told).generateDocument(about))
}

/** The OpenAPI 3.1 document at `/api/openapi.json`, readable at `/api/docs`. The portal's hosting serves `/swagger-ui/`. */
export function docs(app: Api): void {
  const described = once(() => describe(app))
  app.get('/api/openapi.json', async (c) => c.body(await described(), 200, { 'content-type': 'application/json' }))
  app.get('/api/docs', (c) => c.html(page))
  app.get('/api/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
