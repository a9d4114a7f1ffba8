import { spawn } from 'node:child_process'

/** Runs a module of a bundle in a Node process that knows nothing but `env`, as Lambda would. Returns what it prints. */
export async function freshProcess(folder: string, code: string, env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    env: { AWS_LAMBDA_FUNCTION_NAME: 'a-function', ...env },
  })
  let printed = ''
  let faults = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  child.stderr.on('data', (data) => {
    faults += data
  })
  const exit = await new Promise((resolve) => child.once('close', resolve))
  if (exit !== 0) throw new Error(`The process ended with ${exit}: ${faults}`)
  return printed
}

/** A request, a `POST` where it has a body, as the HTTP API (payload format 2.0) hands it to a function. */
export const httpEvent = (path: string, headers: Record<string, string> = {}, body?: object) => ({
  version: '2.0',
  routeKey: 'ANY /api/{proxy+}',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'panels.example', ...headers },
  requestContext: {
    accountId: '111111111111',
    apiId: 'api',
    domainName: 'panels.example',
    domainPrefix: 'panels',
    requestId: 'request',
    routeKey: 'ANY /api/{proxy+}',
    stage: '$default',
    time: '31/Jan/2026:09:00:00 +0000',
    timeEpoch: 1769850000000,
    http: { method: body ? 'POST' : 'GET', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
  },
  isBase64Encoded: false,
  ...(body && { body: JSON.stringify(body) }),
})
