import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { limits } from './limits.ts'

/**
 * How long an idle connection stays open. Node's 5 s are short enough for a busy machine to close one at the moment a
 * client asks on it again, which then reads ECONNRESET.
 */
const IDLE_MS = 75_000

/** Serves a fetch handler on this machine alone. Port 0 takes a free one. */
export function serveLocally(fetch: (request: Request) => Promise<Response>, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, (incoming, outgoing) => {
    void respond(fetch, incoming, outgoing).catch((error: Error) => outgoing.destroy(error))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

async function respond(
  fetch: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming)
  const response = await fetch(requestOf(incoming, body))
  for (const [name, value] of response.headers) outgoing.setHeader(name, value)
  if (!incoming.complete) {
    // The rest of a body that is too long is not read: the connection cannot serve another request.
    outgoing.setHeader('connection', 'close')
    outgoing.once('finish', () => incoming.destroy())
  }
  outgoing.writeHead(response.status)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

/** The body; of one that is too long, a little more than is allowed, so that the handler refuses it. */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > limits.requestBytes) break
  }
  return Buffer.concat(chunks)
}

function requestOf(incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && name !== 'content-length')
      headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const withBody = method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }
  return new Request(`http://127.0.0.1${incoming.url ?? '/'}`, { method, headers, ...withBody })
}
