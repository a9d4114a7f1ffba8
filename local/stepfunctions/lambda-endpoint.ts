import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { FunctionAnswer } from './engine/function-answer.ts'
import { FunctionError, ServiceError } from './engine/function-error.ts'
import type { Invoke } from './engine/parts.ts'

/** Calls functions over Lambda's Invoke API at `url`. (Not by fetch: that gives up after five minutes, Lambda takes 15.) */
export function lambdaEndpoint(url: string): Invoke {
  const base = url.replace(/\/+$/, '')
  return async (functionName, payload, { qualifier, signal }) => {
    const place = new URL(`${base}/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`)
    if (qualifier !== undefined && qualifier !== '$LATEST') place.searchParams.set('Qualifier', qualifier)
    const answered = await post(place, JSON.stringify(payload ?? {}), signal)
    const { status, headers, body } = answered
    if (status < 200 || status > 299) throw serviceError(answered)
    const answer = read(body)
    if (headers['x-amz-function-error'] !== undefined) throw new FunctionError(answer)
    const version = headers['x-amz-executed-version']
    return new FunctionAnswer(answer, typeof version === 'string' ? version : undefined)
  }
}

function read(body: string): unknown {
  try {
    return body === '' ? null : JSON.parse(body)
  } catch {
    return body
  }
}

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

function post(url: URL, body: string, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const unreachable = (error: Error): void =>
      reject(
        new ServiceError('Lambda.SdkClientException', `Lambda cannot be reached at ${url.origin}: ${error.message}`),
      )
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
    })
    request.on('error', unreachable)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', unreachable)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.end(body)
  })
}

function serviceError({ status, headers, body }: Answer): ServiceError {
  const type = headers['x-amzn-errortype']
  const usual =
    status === 404 ? 'ResourceNotFoundException' : status === 429 ? 'TooManyRequestsException' : 'ServiceException'
  const name = typeof type === 'string' ? (type.split(':')[0] ?? usual) : usual
  let message = body
  try {
    const { Message: upper, message: lower } = JSON.parse(body) as { Message?: string; message?: string }
    message = upper ?? lower ?? body
  } catch {
    // Not JSON: the text itself is the message.
  }
  const request = `Request ID: ${headers['x-amzn-requestid'] ?? randomUUID()}`
  const about = `Service: AWSLambda; Status Code: ${status}; Error Code: ${name}; ${request}; Proxy: null`
  return new ServiceError(`Lambda.${name}`, `${message} (${about})`)
}
