import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Readable } from 'node:stream'

/** Serves a fetch handler on this machine alone. Port 0 takes a free one. */
export function serveLocally(fetch: (request: Request) => Promise<Response>, port: number): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const response = await fetch(requestOf(incoming))
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
      // What is left of a body that was refused for its size is not worth reading.
      if (!incoming.readableEnded) outgoing.once('finish', () => incoming.destroy())
    } catch (error) {
      outgoing.writeHead(500).end(error instanceof Error ? error.message : String(error))
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>)
  return new Request(`http://127.0.0.1${incoming.url ?? '/'}`, { method, headers, body, duplex: 'half' } as RequestInit)
}
