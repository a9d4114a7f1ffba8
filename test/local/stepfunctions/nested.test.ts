import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { HandClock, newFolder, Rig } from './rig.ts'

const prefix = 'arn:aws:states:us-east-1:111111111111:'
const child = {
  StartAt: 'Nap',
  States: {
    Nap: { Type: 'Wait', Seconds: 60, Next: 'Say' },
    Say: { Type: 'Pass', Output: { said: '{% $states.input %}' }, End: true },
  },
}
const parent = (suffix: string, fields: object = {}): object => ({
  StartAt: 'Start',
  States: {
    Start: {
      Type: 'Task',
      Resource: `arn:aws:states:::states:startExecution${suffix}`,
      Arguments: {
        StateMachineArn: `${prefix}stateMachine:child`,
        Name: 'the-child',
        Input: { word: '{% $states.input %}' },
      },
      End: true,
      ...fields,
    },
  },
})

test('startExecution alone goes on at once', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  const arn = await rig.run(parent(''), 'hello')
  expect(JSON.parse(String((await rig.describe(arn)).output))).toMatchObject({
    ExecutionArn: `${prefix}execution:child:the-child`,
  })
  expect((await rig.describe(`${prefix}execution:child:the-child`)).status).toBe('RUNNING')
})

test('.sync:2 waits and gives the output parsed; .sync as text', async () => {
  for (const [suffix, output] of [
    ['.sync:2', { said: { word: 'hello' } }],
    ['.sync', '{"said":{"word":"hello"}}'],
  ] as const) {
    await using rig = await Rig.open()
    await rig.create('child', child)
    const arn = await rig.run(parent(suffix), 'hello')
    expect((await rig.describe(arn)).status).toBe('RUNNING')
    await rig.pass(60)
    expect(JSON.parse(String((await rig.describe(arn)).output)).Output).toEqual(output)
  }
})

test('a parent that was waiting when the process ended hears of its child at the next', async () => {
  const folder = newFolder()
  const clock = new HandClock()
  const first = await Rig.open({}, { folder, clock })
  await first.create('child', child)
  const arn = await first.run(parent('.sync:2'), 'hello')
  await first.stop()
  clock.time += 60_000
  await using rig = await Rig.open({}, { folder, clock })
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
})

test('two that wait for one child both hear of it', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  const one = await rig.run(parent('.sync:2'), 'hello')
  const other = await rig.run(parent('.sync:2'), 'hello')
  await rig.pass(60)
  expect([(await rig.describe(one)).status, (await rig.describe(other)).status]).toEqual(['SUCCEEDED', 'SUCCEEDED'])
  const { output } = await rig.describe(other)
  expect(JSON.parse(String(output)).Output).toEqual({ said: { word: 'hello' } })
})

test('a task given up stops the child it waited for', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  await rig.run(parent('.sync:2', { TimeoutSeconds: 10 }), 'hello')
  await rig.pass(10)
  expect((await rig.describe(`${prefix}execution:child:the-child`)).status).toBe('ABORTED')
})

test('the name of a child that ran before is an error that can be caught', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  await rig.run(parent(''), 'one')
  const arn = await rig.run(parent(''), 'another')
  const { error, cause } = await rig.describe(arn)
  expect(error).toBe('StepFunctions.ExecutionAlreadyExistsException')
  expect(cause).toContain(`Execution Already Exists: '${prefix}execution:child:the-child'`)
})

test('a machine that is not there is an error of the task', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run(parent('.sync:2'))
  expect((await rig.describe(arn)).error).toBe('StepFunctions.StateMachineDoesNotExistException')
})

test('stopping the parent stops the child it waits for', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  const arn = await rig.run(parent('.sync'), 'hello')
  await rig.client.send(new sfn.StopExecutionCommand({ executionArn: arn }))
  await rig.stepFunctions.idle()
  expect((await rig.describe(`${prefix}execution:child:the-child`)).status).toBe('ABORTED')
})

test('a child that is stopped fails its parent', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  const arn = await rig.run(parent('.sync:2'), 'hello')
  await rig.client.send(
    new sfn.StopExecutionCommand({ executionArn: `${prefix}execution:child:the-child`, error: 'Off' }),
  )
  await rig.stepFunctions.idle()
  const { error, cause } = await rig.describe(arn)
  expect(error).toBe('States.TaskFailed')
  expect(JSON.parse(String(cause))).toMatchObject({ Status: 'ABORTED', Error: 'Off' })
})

test('a child can be told of its token', async () => {
  await using rig = await Rig.open()
  await rig.create('child', child)
  const arn = await rig.run(
    parent('.waitForTaskToken', {
      Arguments: {
        StateMachineArn: `${prefix}stateMachine:child`,
        Name: 'the-child',
        Input: { token: '{% $states.context.Task.Token %}' },
      },
    }),
  )
  await rig.pass(60)
  expect((await rig.describe(arn)).status).toBe('RUNNING')
  const { output } = await rig.describe(`${prefix}execution:child:the-child`)
  const taskToken = (JSON.parse(String(output)) as { said: { token: string } }).said.token
  await rig.client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '"heard"' }))
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).output).toBe('"heard"')
})
