// The API’s own schemas, and with them the domain’s, get what OpenAPI needs when they are made: this comes first in every worker.
import '@hono/zod-openapi'
