import { expect, test } from 'vitest'
import { FunctionError, ServiceError } from '../../../local/stepfunctions/step-functions.ts'
import { Rig } from './rig.ts'

function calling(fields: object): object {
  return {
    StartAt: 'Call',
    States: {
      Call: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:111111111111:function:f', End: true, ...fields },
      Caught: { Type: 'Pass', End: true },
      ...(JSON.stringify(fields).includes('"Caught"') ? {} : { Caught: undefined }),
    },
  }
}

const failing = (...errors: string[]): { f: () => unknown } => ({
  f: () => {
    const name = errors.shift()
    if (name === undefined) return 'well'
    throw Object.assign(new Error('no'), { name })
  },
})

/** The seconds between one timer and the next, as each comes due. */
async function delays(rig: Rig): Promise<number[]> {
  const found: number[] = []
  for (let due = rig.stepFunctions.nextDueAt(); due !== undefined; due = rig.stepFunctions.nextDueAt()) {
    found.push((due - rig.clock.time) / 1_000)
    await rig.pass((due - rig.clock.time) / 1_000)
  }
  return found
}

test.each([
  ['by default', {}, [1, 2, 4]],
  ['as told', { IntervalSeconds: 3, BackoffRate: 1.5, MaxAttempts: 4 }, [3, 4.5, 6.75, 10.125]],
  ['up to MaxDelaySeconds', { IntervalSeconds: 3, MaxDelaySeconds: 5 }, [3, 5, 5]],
  ['with full jitter (here half)', { IntervalSeconds: 4, JitterStrategy: 'FULL' }, [2, 4, 8]],
  ['never', { MaxAttempts: 0 }, []],
])('retries wait %s', async (_name, retrier, expected) => {
  await using rig = await Rig.open(failing(...Array.from({ length: 9 }, () => 'E')))
  const arn = await rig.run(calling({ Retry: [{ ErrorEquals: ['E'], ...retrier }] }))
  expect(await delays(rig)).toEqual(expected)
  expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'E' })
  expect(rig.calls.map((call) => call.attempt)).toEqual(Array.from({ length: expected.length + 1 }, (_, n) => n + 1))
})

test('each retrier counts its own attempts', async () => {
  await using rig = await Rig.open(failing('A', 'B', 'A', 'B'))
  const arn = await rig.run(
    calling({
      Retry: [
        { ErrorEquals: ['A'], MaxAttempts: 2, IntervalSeconds: 1 },
        { ErrorEquals: ['States.ALL'], MaxAttempts: 2, IntervalSeconds: 10 },
      ],
    }),
  )
  expect(await delays(rig)).toEqual([1, 10, 2, 20])
  expect((await rig.describe(arn)).output).toBe('"well"')
})

test('the first rule that covers the error decides, also when its attempts are used up', async () => {
  await using rig = await Rig.open(failing('A', 'A', 'A'))
  await rig.run(
    calling({
      Retry: [
        { ErrorEquals: ['A'], MaxAttempts: 1 },
        { ErrorEquals: ['States.ALL'], MaxAttempts: 5 },
      ],
    }),
  )
  expect(await delays(rig)).toEqual([1])
})

test.each([
  ['E', ['E'], true],
  ['E', ['F'], false],
  ['E', ['F', 'E'], true],
  ['E', ['States.ALL'], true],
  ['E', ['States.TaskFailed'], true],
  ['States.Timeout', ['States.TaskFailed'], false],
  ['States.Timeout', ['States.ALL'], true],
  ['States.DataLimitExceeded', ['States.ALL'], true],
  ['States.DataLimitExceeded', ['States.TaskFailed'], true],
  ['States.QueryEvaluationError', ['States.TaskFailed'], false],
  ['States.QueryEvaluationError', ['States.ALL'], true],
  ['States.DataLimitExceeded', ['States.DataLimitExceeded'], true],
  ['States.Runtime', ['States.ALL'], false],
])('%s is caught by %j: %s', async (error, names, caught) => {
  await using rig = await Rig.open(failing(error))
  const arn = await rig.run(calling({ Catch: [{ ErrorEquals: names, Next: 'Caught' }] }))
  expect((await rig.describe(arn)).status).toBe(caught ? 'SUCCEEDED' : 'FAILED')
})

test('a catcher has its own Assign and Output, and sees the state’s input', async () => {
  await using rig = await Rig.open(failing('E'))
  const arn = await rig.run(
    {
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:111111111111:function:f',
          Assign: { which: 'own' },
          Output: 'own',
          Catch: [
            {
              ErrorEquals: ['E'],
              Assign: { which: '{% $states.errorOutput.Error %}' },
              Output: '{% $states.input %}',
              Next: 'Show',
            },
          ],
          End: true,
        },
        Show: { Type: 'Pass', Output: ['{% $which %}', '{% $states.input %}'], End: true },
      },
    },
    'in',
  )
  expect((await rig.describe(arn)).output).toBe('["E","in"]')
})

test('a catcher whose own Output fails does not catch that', async () => {
  await using rig = await Rig.open(failing('E'))
  const arn = await rig.run(
    calling({ Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $nothing %}', Next: 'Caught' }] }),
  )
  const { error, cause } = await rig.describe(arn)
  expect(error).toBe('States.QueryEvaluationError')
  expect(cause).toContain("specified for the field 'Catch[0]/Output' returned nothing (undefined).")
})

test('an Output that fails can be retried and caught', async () => {
  await using rig = await Rig.open({ f: () => 'well' })
  const arn = await rig.run(
    calling({
      Output: '{% $states.result.missing %}',
      Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Caught' }],
    }),
  )
  await rig.passAll()
  expect((await rig.describe(arn)).output).toBe('"caught"')
  expect(rig.calls.length).toBe(2)
})

test('what a function throws becomes error and cause as with Lambda', async () => {
  const thrown: Record<string, unknown> = {
    error: Object.assign(new Error('said'), { name: 'Named' }),
    payload: new FunctionError({ errorType: 'Typed', errorMessage: 'said', trace: [] }),
    service: new ServiceError('Lambda.TooManyRequestsException', 'slow down'),
    text: 'just text',
  }
  await using rig = await Rig.open({
    f: (which: string) => {
      throw thrown[which]
    },
  })
  const machine = await rig.create('m', calling({}))
  const found: Record<string, unknown> = {}
  for (const which of Object.keys(thrown)) {
    const arn = await rig.start(machine, which)
    await rig.stepFunctions.idle()
    const { error, cause } = await rig.describe(arn)
    found[which] = [error, cause]
  }
  expect(found).toEqual({
    error: ['Named', '{"errorType":"Named","errorMessage":"said"}'],
    payload: ['Typed', '{"errorType":"Typed","errorMessage":"said","trace":[]}'],
    service: ['Lambda.TooManyRequestsException', 'slow down'],
    text: ['Error', '{"errorType":"Error","errorMessage":"just text"}'],
  })
})
