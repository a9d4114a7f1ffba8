import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
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
    const { pathname, searchParams } = new URL(incoming.url ?? '', 'http://lambda')
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname)?.[1]
    const body = await textOf(incoming)
    if (name === 'hanging') return
    if (name === 'qualified') {
      if (searchParams.get('Qualifier') === 'live') outgoing.setHeader('X-Amz-Executed-Version', '12')
      return void outgoing.end(JSON.stringify(searchParams.get('Qualifier')))
    }
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

async function start(name: string, functionName: string, more: object = {}, input = '{"a":1}') {
  const definition = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'Call',
    States: {
      Call: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: functionName, Payload: '{% $states.input %}', ...more },
        Output: '{% $states.input.version ? $states.result.ExecutedVersion : $states.result.Payload %}',
        End: true,
      },
    },
  })
  const { stateMachineArn } = await client.send(new CreateStateMachineCommand({ name, definition, roleArn }))
  return (await client.send(new StartExecutionCommand({ stateMachineArn, input }))).executionArn
}

async function run(...what: Parameters<typeof start>): Promise<DescribeExecutionOutput> {
  const executionArn = await start(...what)
  let described = await client.send(new DescribeExecutionCommand({ executionArn }))
  await expect
    .poll(async () => {
      described = await client.send(new DescribeExecutionCommand({ executionArn }))
      return described.status
    }, patiently)
    .not.toBe('RUNNING')
  return described
}

test('the version or alias of a function is passed on, however it is named', async () => {
  expect((await run('by-alias', 'arn:aws:lambda:us-east-1:111111111111:function:qualified:live')).output).toBe('"live"')
  expect((await run('by-field', 'qualified', { Qualifier: '7' })).output).toBe('"7"')
  expect((await run('latest', 'qualified:$LATEST')).output).toBe('null')
})

test('the version that answered is told: as Lambda says it, or else as it was asked for', async () => {
  const version = '{"version":true}'
  expect((await run('v1', 'qualified:live', {}, version)).output).toBe('"12"')
  expect((await run('v2', 'qualified', { Qualifier: '7' }, version)).output).toBe('"7"')
  expect((await run('v3', 'qualified:other', {}, version)).output).toBe('"$LATEST"')
})

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

test('asked to end, it ends, also while a function is called; started again, it knows what it knew', async () => {
  const called = once(lambda, 'request')
  await start('hanging', 'hanging')
  await called
  expect(await ending(serving, 'SIGTERM')).toBe(0)
  serving = await startServing()
  expect((await run('by-name', 'echo')).output).toBe('{"a":1}')
})

test.each([
  ['a port in use, with its data untouched', ['--port', String(port)], /EADDRINUSE/],
  [
    'a retention that is no number',
    ['--port', '0', '--retention', 'soon'],
    /--retention is a number of days, not 'soon'/,
  ],
  ['a port that is none', ['--port', 'http'], /--port is a number from 0/],
])('it refuses %s', (_what, options, complaint) => {
  const other = `${folder}-other`
  const { status, stderr } = spawnSync(process.execPath, [serve, '--data', other, ...options], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(complaint)
  expect(existsSync(other)).toBe(false)
})
