import { RedriveExecutionCommand, SendTaskFailureCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { patiently, Rig } from './rig.ts'

const call = (name: string, fields: object = {}): object => ({
  Type: 'Task',
  Resource: `arn:aws:lambda:us-east-1:111111111111:function:${name}`,
  End: true,
  ...fields,
})

test('a branch that fails aborts the others, and says so of every state under way', async () => {
  const tokens: string[] = []
  await using rig = await Rig.open({ ask: ({ token }: { token: string }) => void tokens.push(token) })
  const arn = await rig.run({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Ask',
            States: {
              Ask: {
                Type: 'Task',
                Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
                Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
                End: true,
              },
            },
          },
          { StartAt: 'Long', States: { Long: { Type: 'Wait', Seconds: 1_000, End: true } } },
          { StartAt: 'Quick', States: { Quick: { Type: 'Pass', End: true } } },
        ],
        Catch: [{ ErrorEquals: ['Refused'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    },
  })
  await rig.client.send(new SendTaskFailureCommand({ taskToken: tokens[0], error: 'Refused', cause: 'why' }))
  await rig.stepFunctions.idle()
  expect((await rig.types(arn)).slice(-8)).toEqual([
    'TaskFailed',
    'TaskStateAborted',
    'WaitStateAborted',
    'ParallelStateFailed',
    'ParallelStateExited',
    'PassStateEntered',
    'PassStateExited',
    'ExecutionSucceeded',
  ])
  // The aborted Wait's timer went with it.
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
})

test('forks in forks give their results in order, each with its own variables', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run(
    {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Map' },
        Map: {
          Type: 'Map',
          Items: '{% $states.input %}',
          ItemSelector: {
            index: '{% $states.context.Map.Item.Index %}',
            value: '{% $states.context.Map.Item.Value %}',
          },
          ItemProcessor: {
            StartAt: 'Fork',
            States: {
              Fork: {
                Type: 'Parallel',
                Assign: { mine: '{% $states.input.value %}' },
                Arguments: { twice: '{% $states.input.value * 2 %}' },
                Branches: [
                  {
                    StartAt: 'Nap',
                    States: {
                      Nap: { Type: 'Wait', Seconds: '{% 10 - $states.input.twice %}', Next: 'Sum' },
                      Sum: { Type: 'Pass', Output: '{% $outer + $states.input.twice %}', End: true },
                    },
                  },
                  {
                    StartAt: 'Where',
                    States: { Where: { Type: 'Pass', Output: '{% $states.context.Map.Item.Index %}', End: true } },
                  },
                ],
                Next: 'Own',
              },
              Own: { Type: 'Pass', Output: { got: '{% $states.input %}', mine: '{% $mine %}' }, End: true },
            },
          },
          Next: 'After',
        },
        After: { Type: 'Pass', Output: { all: '{% $states.input %}', gone: '{% $not($exists($mine)) %}' }, End: true },
      },
    },
    [1, 2, 3],
  )
  await rig.passAll()
  expect(JSON.parse(String((await rig.describe(arn)).output))).toEqual({
    all: [
      { got: [3, 0], mine: 1 },
      { got: [5, 1], mine: 2 },
      { got: [7, 2], mine: 3 },
    ],
    gone: true,
  })
})

test.each([
  [0, 40],
  [undefined, 40],
  [3, 3],
  [100, 40],
  ['{% 1 + 1 %}', 2],
])('MaxConcurrency %j lets %i iterations run at once', async (concurrency, expected) => {
  let running = 0
  let most = 0
  let full: () => void = () => undefined
  const reached = new Promise<void>((resolve) => {
    full = resolve
  })
  await using rig = await Rig.open({
    f: async () => {
      most = Math.max(most, ++running)
      if (running >= expected) full()
      await reached
      // Time for one too many to show.
      await new Promise((resolve) => setTimeout(resolve, 20))
      running--
    },
  })
  await rig.run({
    StartAt: 'Map',
    States: {
      Map: {
        Type: 'Map',
        Items: '{% [1..60] %}',
        ...(concurrency !== undefined && { MaxConcurrency: concurrency }),
        ItemProcessor: { StartAt: 'F', States: { F: call('f') } },
        End: true,
      },
    },
  })
  expect(rig.calls.length).toBe(60)
  expect(most).toBe(expected)
})

const mapping = (fields: object): object => ({
  StartAt: 'Map',
  States: {
    Map: {
      Type: 'Map',
      Items: [1, 2, 3, 4],
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'F', States: { F: call('f') } },
      End: true,
      ...fields,
    },
  },
})

const oddFails = {
  f: (n: number) => {
    if (n % 2 === 1) throw Object.assign(new Error('odd'), { name: 'Odd' })
    return n
  },
}

test('an iteration that fails fails its Map', async () => {
  await using rig = await Rig.open(oddFails)
  const arn = await rig.run(mapping({}))
  expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Odd' })
  expect((await rig.types(arn)).slice(-4)).toEqual([
    'LambdaFunctionFailed',
    'MapIterationFailed',
    'MapStateFailed',
    'ExecutionFailed',
  ])
  expect(rig.calls.length).toBe(1)
})

test('tolerated failures leave their results out', async () => {
  await using rig = await Rig.open(oddFails)
  const arn = await rig.run(mapping({ ToleratedFailureCount: 2 }))
  expect((await rig.describe(arn)).output).toBe('[2,4]')
  const percent = await rig.run(mapping({ ToleratedFailurePercentage: 50 }))
  expect((await rig.describe(percent)).output).toBe('[2,4]')
})

test('one failure more than tolerated fails the Map by that name', async () => {
  await using rig = await Rig.open(oddFails)
  const arn = await rig.run(mapping({ ToleratedFailureCount: 1, MaxConcurrency: 2 }))
  expect((await rig.describe(arn)).error).toBe('States.ExceedToleratedFailureThreshold')
})

test('a fork that is retried begins anew', async () => {
  let fails = 1
  await using rig = await Rig.open({
    f: () => {
      if (fails-- > 0) throw Object.assign(new Error('once'), { name: 'Once' })
      return 'well'
    },
  })
  const arn = await rig.run({
    StartAt: 'Fork',
    States: {
      Fork: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'F', States: { F: call('f') } }],
        Retry: [{ ErrorEquals: ['Once'] }],
        End: true,
      },
    },
  })
  await rig.passAll()
  expect((await rig.describe(arn)).output).toBe('["well"]')
  const types = await rig.types(arn)
  expect(types.filter((type) => type === 'ParallelStateEntered').length).toBe(1)
  expect(types.filter((type) => type === 'ParallelStateStarted').length).toBe(2)
  // Only of a fork that is not retried does AWS say that it failed.
  expect(types).not.toContain('ParallelStateFailed')
})

test.each([
  ['MaxConcurrency', { MaxConcurrency: '{% -1 %}' }, []],
  ['Items', { Items: '{% $states.context %}' }, []],
  ['ToleratedFailureCount', { ToleratedFailureCount: "{% '1' %}" }, ['MapStateStarted']],
  ['ItemSelector', { ItemSelector: '{% $nothing %}' }, ['MapStateStarted', 'MapIterationStarted']],
])('a Map whose %s fails says so where AWS looks at it', async (location, fields, before) => {
  await using rig = await Rig.open(oddFails)
  const arn = await rig.run(mapping(fields))
  const after = location === 'ItemSelector' ? ['MapIterationFailed', 'MapStateFailed'] : ['MapStateFailed']
  expect(await rig.types(arn)).toEqual([
    'ExecutionStarted',
    'MapStateEntered',
    ...before,
    'EvaluationFailed',
    ...after,
    'ExecutionFailed',
  ])
  expect((await rig.history(arn)).find((event) => event.type === 'EvaluationFailed')).toMatchObject({
    evaluationFailedEventDetails: { location, error: 'States.QueryEvaluationError' },
  })
})

test('an ItemSelector that fails later stops the iterations under way', async () => {
  await using rig = await Rig.open({ f: (n: number) => (n === 1 ? 1 : new Promise(() => undefined)) })
  const selector = {
    ItemSelector: '{% $states.context.Map.Item.Index < 2 ? $states.context.Map.Item.Value : $nothing %}',
  }
  const arn = await rig.start(await rig.create('late', mapping({ ...selector, MaxConcurrency: 2 })))
  await expect.poll(async () => (await rig.describe(arn)).status, patiently).toBe('FAILED')
  expect((await rig.types(arn)).slice(-7)).toEqual([
    'MapIterationStarted',
    'EvaluationFailed',
    'MapIterationAborted',
    'TaskStateAborted',
    'MapIterationFailed',
    'MapStateFailed',
    'ExecutionFailed',
  ])
})

test.each([
  ['"text"', 'string'],
  ['{}', 'object'],
  ['7', 'number'],
])('Items that are %s fail the state', async (input, type) => {
  await using rig = await Rig.open()
  const arn = await rig.run(mapping({ Items: '{% $states.input %}' }), JSON.parse(input))
  const { cause } = await rig.describe(arn)
  expect(cause).toContain(
    `The JSONata expression '$states.input' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was '${type}' for value: ${input}`,
  )
})

test('a Choice without a match ends the execution from within a branch, and can be redriven', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'Fork',
    States: {
      Fork: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } },
          {
            StartAt: 'C',
            States: {
              C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'P' }] },
              P: { Type: 'Pass', End: true },
            },
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    },
  })
  expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  expect((await rig.types(arn)).slice(2)).toEqual([
    'ParallelStateStarted',
    'WaitStateEntered',
    'ChoiceStateEntered',
    'ExecutionFailed',
  ])
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
  await rig.client.send(new RedriveExecutionCommand({ executionArn: arn }))
  await rig.stepFunctions.idle()
  expect((await rig.describe(arn)).error).toBe('States.Runtime')
})

test('a fork whose catcher fails has failed twice', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'Fork',
    States: {
      Fork: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } }],
        Catch: [{ ErrorEquals: ['E'], Output: '{% $nothing %}', Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Pass', End: true },
    },
  })
  expect((await rig.types(arn)).slice(3)).toEqual([
    'FailStateEntered',
    'ParallelStateFailed',
    'EvaluationFailed',
    'ParallelStateFailed',
    'ExecutionFailed',
  ])
})

test('a variable of an outer scope is read inside a fork, and not assigned there', async () => {
  await using rig = await Rig.open()
  const within = (state: object): object => ({
    StartAt: 'P',
    States: {
      P: { Type: 'Pass', Assign: { x: 1 }, Next: 'M' },
      M: {
        Type: 'Map',
        Items: [1],
        ItemProcessor: { StartAt: 'Q', States: { Q: { Type: 'Pass', End: true, ...state } } },
        End: true,
      },
    },
  })
  const reading = await rig.run(within({ Assign: { y: '{% $x %}' }, Output: '{% $x %}' }))
  expect((await rig.describe(reading)).output).toBe('[1]')
  await expect(rig.run(within({ Assign: { x: 2 } }))).rejects.toThrow(
    "The variable name 'x' was already defined in a parent scope. at /States/M/ItemProcessor/States/Q/Assign/x",
  )
})
