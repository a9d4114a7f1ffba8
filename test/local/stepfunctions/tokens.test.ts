import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { HandClock, newFolder, patiently, Rig } from './rig.ts'

const tokens: string[] = []
const functions = { ask: ({ token }: { token: string }) => void tokens.push(token) }

function asking(fields: object = {}): object {
  return {
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        Next: 'Done',
        ...fields,
      },
      Done: { Type: 'Succeed' },
    },
  }
}

const success = (rig: Rig, taskToken = tokens.at(-1), output = '"yes"'): Promise<unknown> =>
  rig.client.send(new SendTaskSuccessCommand({ taskToken, output }))

test('the answer ends the wait, and a second one is too late', async () => {
  await using rig = await Rig.open(functions)
  const arn = await rig.run(asking())
  await success(rig)
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).output).toBe('"yes"')
  await expect(success(rig)).rejects.toMatchObject({
    name: 'TaskTimedOut',
    message: "Task Timed Out: 'Provided task does not exist anymore'",
  })
})

test('of two answers at once, one is taken', async () => {
  await using rig = await Rig.open(functions)
  await rig.run(asking())
  const answers = await Promise.allSettled([success(rig), success(rig), success(rig)])
  expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
})

test('a token outlives the process, and so does its timer', async () => {
  const folder = newFolder()
  const clock = new HandClock()
  const first = await Rig.open(functions, { folder, clock })
  const answered = await first.run(asking({ TimeoutSeconds: 100 }))
  const token = tokens.at(-1)
  const silent = await first.run(asking({ TimeoutSeconds: 100 }))
  await first.stop()
  await using rig = await Rig.open(functions, { folder, clock })
  expect(rig.stepFunctions.nextDueAt()).toBe(clock.time + 100_000)
  await success(rig, token)
  await rig.pass(100)
  expect((await rig.describe(answered)).status).toBe('SUCCEEDED')
  expect(await rig.describe(silent)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
  // Neither was asked again.
  expect(rig.calls).toEqual([])
})

test('a token of another folder is forged here', async () => {
  await using other = await Rig.open(functions)
  await other.run(asking())
  await using rig = await Rig.open(functions)
  await expect(success(rig)).rejects.toMatchObject({ name: 'InvalidToken' })
})

test('each retry has a token of its own, and the old one is too late', async () => {
  await using rig = await Rig.open(functions)
  const arn = await rig.run(
    asking({ TimeoutSeconds: 10, Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1 }] }),
  )
  const old = tokens.at(-1)
  await rig.pass(10)
  await rig.pass(1)
  expect(tokens.at(-1)).not.toBe(old)
  await expect(success(rig, old)).rejects.toMatchObject({ name: 'TaskTimedOut' })
  await success(rig)
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
})

test('heartbeats put off the one limit, not the other', async () => {
  await using rig = await Rig.open(functions)
  const arn = await rig.run(asking({ TimeoutSeconds: 100, HeartbeatSeconds: '{% 30 %}' }))
  for (let n = 0; n < 4; n++) {
    await rig.pass(24)
    await rig.client.send(new SendTaskHeartbeatCommand({ taskToken: tokens.at(-1) }))
  }
  expect((await rig.describe(arn)).status).toBe('RUNNING')
  await rig.pass(4)
  expect((await rig.describe(arn)).error).toBe('States.Timeout')
})

test('a missed heartbeat is a timeout to rules for either name', async () => {
  await using rig = await Rig.open(functions)
  for (const name of ['States.HeartbeatTimeout', 'States.Timeout']) {
    const arn = await rig.run(asking({ HeartbeatSeconds: 30, Catch: [{ ErrorEquals: [name], Next: 'Done' }] }))
    await rig.pass(30)
    expect(JSON.parse(String((await rig.describe(arn)).output))).toEqual({
      Error: 'States.Timeout',
      Cause: '',
    })
  }
})

test('a failure without a word is one without a word', async () => {
  await using rig = await Rig.open(functions)
  const arn = await rig.run(asking())
  await rig.client.send(new SendTaskFailureCommand({ taskToken: tokens.at(-1) }))
  await rig.stepFunctions.idle()
  const { status, error, cause } = await rig.describe(arn)
  expect([status, error, cause]).toEqual(['FAILED', undefined, undefined])
})

test('the answer may come before the function has ended', async () => {
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  await using rig = await Rig.open({
    ask: ({ token }: { token: string }) => {
      tokens.push(token)
      return ended
    },
  })
  const arn = await rig.start(await rig.create('early', asking()))
  const before = tokens.length
  await expect.poll(() => rig.calls.length, patiently).toBe(1)
  expect(tokens.length).toBeGreaterThanOrEqual(before)
  await success(rig)
  await expect.poll(async () => (await rig.describe(arn)).status, patiently).toBe('SUCCEEDED')
  end()
  await rig.stepFunctions.idle()
  expect(await rig.types(arn)).not.toContain('TaskSubmitted')
})

test.each([
  ['no JSON', "Unrecognized token 'no'"],
  ['', ''],
])('the output %j is refused', async (output, message) => {
  await using rig = await Rig.open(functions)
  await rig.run(asking())
  await expect(success(rig, tokens.at(-1), output)).rejects.toThrow(message)
})
