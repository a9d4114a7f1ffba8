import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientFor, newFolder, patiently, roleArn } from './rig.ts'

const serve = fileURLToPath(new URL('../../../local/stepfunctions/serve.ts', import.meta.url))
const folder = newFolder()
const port = 20_000 + (process.pid % 20_000)
const client = clientFor(port)
let lambda: Server
let serving: ChildProcess

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

/** Lambda's Invoke API, as far as it matters here. */
function startLambda(): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(incoming.url ?? '')?.[1]
    const body = await textOf(incoming)
    if (incoming.method !== 'POST' || name === undefined || name === 'missing') {
      outgoing.writeHead(404, { 'x-amzn-errortype': 'ResourceNotFoundException', 'x-amzn-requestid': 'the-request' })
      outgoing.end(JSON.stringify({ Message: `Function not found: ${name}` }))
      return
    }
    if (name === 'failing') outgoing.setHeader('X-Amz-Function-Error', 'Unhandled')
    outgoing.end(name === 'failing' ? '{"errorType":"Bad","errorMessage":"no","trace":["at x"]}' : body)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

function startServing(): Promise<ChildProcess> {
  const { port: lambdaPort } = lambda.address() as AddressInfo
  const child = spawn(
    process.execPath,
    [serve, '--port', String(port), '--data', folder, '--lambda', `http://127.0.0.1:${lambdaPort}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('listening')) resolve(child)
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}`)))
  })
}

async function ending(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill(signal)
  return ended
}

beforeAll(async () => {
  lambda = await startLambda()
  serving = await startServing()
})

afterAll(async () => {
  await ending(serving, 'SIGKILL')
  lambda.close()
  client.destroy()
  rmSync(folder, { recursive: true, force: true })
})

async function run(name: string, functionName: string): Promise<DescribeExecutionOutput> {
  const definition = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: functionName, Payload: '{% $states.input %}' },
        Output: '{% $states.result.Payload %}',
        End: true,
      },
    },
  })
  const { stateMachineArn } = await client.send(new CreateStateMachineCommand({ name, definition, roleArn }))
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: '{"a":1}' }))
  let described = await client.send(new DescribeExecutionCommand({ executionArn }))
  await expect
    .poll(async () => {
      described = await client.send(new DescribeExecutionCommand({ executionArn }))
      return described.status
    }, patiently)
    .not.toBe('RUNNING')
  return described
}

test('functions are called over Lambda’s own API, by name or ARN', async () => {
  expect((await run('by-name', 'echo')).output).toBe('{"a":1}')
  expect((await run('by-arn', 'arn:aws:lambda:us-east-1:111111111111:function:echo:live')).output).toBe('{"a":1}')
})

test('a function’s error is the payload it gave', async () => {
  expect(await run('failing', 'failing')).toMatchObject({
    status: 'FAILED',
    error: 'Bad',
    cause: '{"errorType":"Bad","errorMessage":"no","trace":["at x"]}',
  })
})

test('a function that is not there is Lambda’s error', async () => {
  expect(await run('missing', 'missing')).toMatchObject({
    error: 'Lambda.ResourceNotFoundException',
    cause:
      'Function not found: missing (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: the-request; Proxy: null)',
  })
})

test('asked to end, it ends; started again, it knows what it knew', async () => {
  expect(await ending(serving, 'SIGTERM')).toBe(0)
  serving = await startServing()
  expect((await run('by-name', 'echo')).output).toBe('{"a":1}')
})
