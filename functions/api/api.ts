import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import { faultsIn } from './errors.ts'
import { inParts } from './in-parts.ts'
import { type Parsed, parsed, type Schemas } from './request.ts'
import { json } from './responses.ts'
import type { SignedIn } from './sign-in.ts'

/** The API: its routes, and what the OpenAPI document tells of them. What makes the document is loaded when somebody asks for it. */
export class Api extends Hono<SignedIn> {
  readonly described: RouteConfig[] = []
}

/** One route: its entry in the OpenAPI document, who may send it, and what it does. Most are rows of a more particular kind. */
export interface Route<Asked extends Schemas> extends Pick<RouteConfig, 'method' | 'path' | 'responses'> {
  /** Its name in the OpenAPI document; of what is not for everybody, often the action in the access policies too. */
  name: string
  summary: string
  tag: string
  request?: Asked
  /** Looks up who sends it; a route without it is everybody's. */
  signIn?: MiddlewareHandler
  /** It may be more than Lambda answers with: its query is `partOfExport`. */
  large?: true | undefined
  /** @param sent as its schemas make it */
  handle(c: Context<SignedIn>, sent: Parsed<Asked>): Response | Promise<Response>
}

/** Adds a route. An address that cannot be is not found; what is wrong with anything else that was sent is refused all at once. */
export function route<Asked extends Schemas>(app: Api, row: Route<Asked>): void {
  const { name, tag, signIn, large, request, handle, ...told } = row
  const { body, ...others } = request ?? {}
  app.described.push({
    ...told,
    operationId: name,
    tags: [tag],
    ...(signIn && { security: [{ signIn: [] }] }),
    request: { ...others, ...(body && { body: { required: true, content: json(body) } }) },
  })
  const before = [...(large ? [inParts] : []), ...(signIn ? [signIn] : [])]
  app.on(row.method, [row.path.replaceAll(/{(\w+)}/g, ':$1')], ...before, async (c) => {
    const address = request?.params?.safeParse(c.req.param())
    if (address?.error) throw new Refusal('NotFound', 'There is nothing at this address.', faultsIn(address.error))
    return handle(c, (await parsed(c.req, request ?? {})) as Parsed<Asked>)
  })
}
