import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type * as z from '../../domain/zod.ts'
import { type Parsed, parsed } from './request.ts'
import type { SignedIn } from './sign-in.ts'

/** The API: its routes, and what the OpenAPI document tells of them. What makes the document is loaded when somebody asks for it. */
export class Api extends Hono<SignedIn> {
  readonly described: RouteConfig[] = []
}

/** What a route is sent, as the OpenAPI document tells of it. */
interface Sent {
  params?: z.ZodObject
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: { required: boolean; content: { 'application/json': { schema: z.ZodType } } }
}

type SchemasOf<Asked> = {
  [Part in keyof Asked]: Asked[Part] extends { content: { 'application/json': { schema: infer Schema } } }
    ? Schema
    : Asked[Part]
}

/** A route that is no command on a case and no view: its entry in the OpenAPI document, and what it does. */
type Route<Asked extends Sent> = Omit<RouteConfig, 'request' | 'security'> & {
  request?: Asked
  /** Looks up who sends it; a route without it is everybody's. */
  signIn?: MiddlewareHandler
  /** @param sent as its schemas make it */
  handle(c: Context<SignedIn>, sent: Parsed<SchemasOf<Asked>>): Response | Promise<Response>
}

/** Adds a route. What is wrong with anything that was sent is refused all at once. */
export function route<Asked extends Sent>(app: Api, { signIn, handle, request, ...row }: Route<Asked>): void {
  app.described.push({ ...row, ...(signIn && { security: [{ signIn: [] }] }), ...(request && { request }) })
  const { body, ...others } = request ?? {}
  const schemas = { ...others, ...(body && { body: body.content['application/json'].schema }) }
  app.on(row.method, [row.path.replaceAll(/{(\w+)}/g, ':$1')], ...(signIn ? [signIn] : []), async (c) =>
    handle(c, (await parsed(c.req, schemas)) as Parsed<SchemasOf<Asked>>),
  )
}
