import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CannotStart } from './cannot-start.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

export interface LoopbackServer {
  port: number
  url: string
  /** Who answers from now on; before, everybody is told to come again. */
  answerWith(listener: Listener): void
  close(): Promise<void>
}

/**
 * Listens on 127.0.0.1 alone. Requests that do not name this machine in their Host header are refused: a web page
 * elsewhere can have its own name lead here (DNS rebinding), and there are no passwords here.
 * @param port 0 for any free one
 */
export function listenOnLoopback(port: number): Promise<LoopbackServer> {
  let listener: Listener = (_request, response) => refuse(response, 503, 'The locality is starting; try again.')
  let hosts: string[] = []
  const server = createServer((request, response) => {
    if (hosts.includes(request.headers.host ?? '')) listener(request, response)
    else refuse(response, 421, 'This locality answers to 127.0.0.1 and localhost only.')
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, port)))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      const names = ['127.0.0.1', 'localhost', '[::1]']
      hosts = taken === 80 ? names : names.map((name) => `${name}:${taken}`)
      resolve({
        port: taken,
        url: `http://127.0.0.1:${taken}`,
        answerWith(next) {
          listener = next
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeIdleConnections()
            // Those under way may finish; those that hang are not waited for.
            setTimeout(() => server.closeAllConnections(), 2_000).unref()
          }),
      })
    })
  })
}

function explained(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${port} on 127.0.0.1 is taken by another program; stop that one, or choose another with PORT.`,
    )
  }
  if (code === 'EACCES') {
    return new CannotStart(`Port ${port} may not be used by this user; choose one above 1023 with PORT.`)
  }
  return error
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ type: 'about:blank', status, title: sentence }))
}
