import * as sfn from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig } from './rig.ts'

const call = (name: string, onward: object = { End: true }): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...onward,
})
const redrive = (rig: Rig, executionArn: string): Promise<unknown> =>
  rig.client.send(new sfn.RedriveExecutionCommand({ executionArn }))

/** A function that fails until it is mended. */
function mendable(): { broken: boolean; work: (input: unknown) => unknown } {
  const it = {
    broken: true,
    work: (input: unknown) => {
      if (it.broken) throw Object.assign(new Error('broken'), { name: 'Broken' })
      return input
    },
  }
  return it
}

test('a failed execution goes on from the step that failed, with its input and variables', async () => {
  const function_ = mendable()
  await using rig = await Rig.open({ work: function_.work, once: () => 'first' })
  const arn = await rig.run({
    StartAt: 'Once',
    States: {
      Once: call('once', { Assign: { kept: '{% $states.result.Payload %}' }, Next: 'Work' }),
      Work: call('work', { Retry: [{ ErrorEquals: ['Broken'], MaxAttempts: 1 }], Next: 'Show' }),
      Show: {
        Type: 'Pass',
        Output: ['{% $kept %}', '{% $states.input %}', '{% $states.context.Execution.RedriveCount %}'],
        End: true,
      },
    },
  })
  await rig.passAll()
  expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Broken', redriveStatus: 'REDRIVABLE' })
  await redrive(rig, arn)
  await rig.passAll()
  expect((await rig.describe(arn)).status).toBe('FAILED')
  // The redrive had its retries anew.
  expect(rig.calls.filter((made) => made.name === 'work').length).toBe(4)
  function_.broken = false
  await redrive(rig, arn)
  await rig.passAll()
  expect(await rig.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '["first","first",2]', redriveCount: 2 })
  expect(rig.calls.filter((made) => made.name === 'once').length).toBe(1)
  const types = await rig.types(arn)
  const second = types.lastIndexOf('ExecutionRedriven')
  expect(types.slice(second, second + 4)).toEqual([
    'ExecutionRedriven',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
  ])
  expect((await rig.history(arn))[second]?.executionRedrivenEventDetails?.redriveCount).toBe(2)
})

test('of a fork only what did not succeed is done again', async () => {
  const function_ = mendable()
  await using rig = await Rig.open({ work: function_.work, well: (input: unknown) => input })
  const arn = await rig.run(
    {
      StartAt: 'Fork',
      States: {
        Fork: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Well', States: { Well: call('well') } },
            {
              StartAt: 'Each',
              States: {
                Each: {
                  Type: 'Map',
                  Items: [1, 2, 3],
                  MaxConcurrency: 1,
                  ItemProcessor: {
                    StartAt: 'Which',
                    States: {
                      Which: {
                        Type: 'Choice',
                        Choices: [{ Condition: '{% $states.input = 2 %}', Next: 'Work' }],
                        Default: 'Good',
                      },
                      Work: call('work'),
                      Good: call('well'),
                    },
                  },
                  End: true,
                },
              },
            },
          ],
          End: true,
        },
      },
    },
    'in',
  )
  expect((await rig.describe(arn)).status).toBe('FAILED')
  function_.broken = false
  await redrive(rig, arn)
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).output).toBe('["in",[1,2,3]]')
  expect(rig.calls.map((made) => `${made.name} ${made.payload}`).sort()).toEqual(
    ['well in', 'well 1', 'work 2', 'work 2', 'well 3'].sort(),
  )
})

test('a stopped and a timed out execution go on too, their timers anew', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    TimeoutSeconds: 50,
    StartAt: 'Wait',
    States: { Wait: { Type: 'Wait', Seconds: 100, Next: 'Done' }, Done: { Type: 'Succeed' } },
  })
  await rig.client.send(new sfn.StopExecutionCommand({ executionArn: arn, error: 'Enough', cause: 'for today' }))
  expect(await rig.describe(arn)).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'for today' })
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
  await redrive(rig, arn)
  await rig.stepFunctions.idle()
  await rig.pass(50)
  expect((await rig.describe(arn)).status).toBe('TIMED_OUT')
  expect((await rig.types(arn)).slice(-4)).toEqual([
    'WaitStateEntered',
    'ExecutionAborted',
    'ExecutionRedriven',
    'ExecutionTimedOut',
  ])
})

test('what succeeded, runs, or closed more than 14 days ago is not redriven', async () => {
  await using rig = await Rig.open()
  const good = await rig.run({ StartAt: 'P', States: { P: { Type: 'Succeed' } } })
  await expect(redrive(rig, good)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' })
  const running = await rig.run({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 9_999_999, End: true } } })
  await expect(redrive(rig, running)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' })
  const bad = await rig.run({ StartAt: 'F', States: { F: { Type: 'Fail' } } })
  await rig.pass(14 * 86_400 + 1)
  await expect(redrive(rig, bad)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' })
})

test('stopping what has ended changes nothing; what is not there is said', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({ StartAt: 'P', States: { P: { Type: 'Succeed' } } })
  await rig.client.send(new sfn.StopExecutionCommand({ executionArn: arn }))
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
  await expect(rig.client.send(new sfn.StopExecutionCommand({ executionArn: `${arn}x` }))).rejects.toMatchObject({
    name: 'ExecutionDoesNotExist',
  })
})

test('an answer that comes for a stopped execution is too late', async () => {
  const tokens: string[] = []
  await using rig = await Rig.open({ ask: ({ token }: { token: string }) => void tokens.push(token) })
  const arn = await rig.run({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
        Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
        End: true,
      },
    },
  })
  await rig.client.send(new sfn.StopExecutionCommand({ executionArn: arn }))
  await expect(
    rig.client.send(new sfn.SendTaskSuccessCommand({ taskToken: tokens[0], output: '1' })),
  ).rejects.toMatchObject({ name: 'TaskTimedOut' })
})

test('a redrive asked for twice with one token is one redrive', async () => {
  await using rig = await Rig.open()
  const executionArn = await rig.run({ StartAt: 'F', States: { F: { Type: 'Fail' } } })
  const asked = new sfn.RedriveExecutionCommand({ executionArn, clientToken: 'once' })
  const first = await rig.client.send(asked)
  await rig.stepFunctions.idle()
  await rig.pass(60)
  expect((await rig.client.send(asked)).redriveDate).toEqual(first.redriveDate)
  expect((await rig.describe(executionArn)).redriveCount).toBe(1)
  await rig.pass(15 * 60)
  await rig.client.send(asked)
  expect((await rig.describe(executionArn)).redriveCount).toBe(2)
})
