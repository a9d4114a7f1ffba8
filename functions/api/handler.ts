import { handle } from 'hono/aws-lambda'
import { app } from './app.ts'

/** The API behind HTTP API (payload format 2.0). */
export const handler = handle(app)
