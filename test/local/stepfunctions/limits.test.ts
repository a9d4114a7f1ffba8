import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn'
import { expect, test } from 'vitest'
import { Rig } from './rig.ts'
import { expectValid } from './valid-history.ts'

test('a history of 25,000 events is full: the execution fails', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'A',
    States: {
      A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = {} %}', Next: 'B' }], Default: 'C' },
      B: { Type: 'Pass', Next: 'A' },
      C: { Type: 'Succeed' },
    },
  })
  expect(await rig.describe(arn)).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
    redriveStatus: 'NOT_REDRIVABLE',
  })
  const events = await rig.history(arn)
  expect(events.length).toBeLessThanOrEqual(25_000)
  expect(events.length).toBeGreaterThan(24_995)
  expectValid(events)
})

test.each([
  ['output', { Output: '{% $pad("", 262143, "x") %}' }],
  ['variable', { Assign: { big: '{% $pad("", 262143, "x") %}' } }],
  ['output in bytes, not letters', { Output: '{% $pad("", 100000, "ü") & $pad("", 40000, "€") %}' }],
])('an %s over 256 KiB fails the state', async (_name, fields) => {
  await using rig = await Rig.open()
  const arn = await rig.run({ StartAt: 'P', States: { P: { Type: 'Pass', End: true, ...fields } } })
  expect(await rig.describe(arn)).toMatchObject({
    error: 'States.DataLimitExceeded',
    cause: "The state/task 'P' returned a result with a size exceeding the maximum number of bytes service limit.",
  })
})

const big = '{% $pad("", 200000, "x") %}'
const inner = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }
test.each([
  ['the variables of one Assign', { Type: 'Pass', Assign: { a: big, b: big } }],
  ['the Arguments of a Parallel', { Type: 'Parallel', Arguments: [big, big], Branches: [inner] }],
  ['the ItemSelector of a Map', { Type: 'Map', Items: [1], ItemSelector: [big, big], ItemProcessor: inner }],
])('%s over 256 KiB together fail the state', async (_name, state) => {
  await using rig = await Rig.open()
  const arn = await rig.run({ StartAt: 'S', States: { S: { ...state, End: true } } })
  expect((await rig.describe(arn)).error).toBe('States.DataLimitExceeded')
})

test('an execution has at most 10 MiB of variables, in all branches together, each for as long as it runs', async () => {
  await using rig = await Rig.open()
  const names = ['a', 'b', 'c', 'd']
  const filling = names.map((name, index) => {
    const state = { Type: 'Pass', Assign: { [name]: 'x'.repeat(240_000) }, Next: names[index + 1] ?? 'Stay' }
    return [name, state] as const
  })
  const machine = await rig.create('m', {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        Items: Array.from({ length: 12 }, () => 1),
        MaxConcurrency: '{% $states.input %}',
        ItemProcessor: {
          StartAt: 'a',
          States: { ...Object.fromEntries(filling), Stay: { Type: 'Wait', Seconds: 1, End: true } },
        },
        End: true,
      },
    },
  })
  const run = async (atOnce: number): Promise<string | undefined> => {
    const arn = await rig.start(machine, atOnce)
    await rig.passAll()
    const { status, error } = await rig.describe(arn)
    return error ?? status
  }
  expect([await run(1), await run(12)]).toEqual(['SUCCEEDED', 'States.DataLimitExceeded'])
})

test('a page of the history is cut when its data is long, and the rest follows', async () => {
  await using rig = await Rig.open()
  const names = Array.from({ length: 20 }, (_, index) => `s${index}`)
  const states = names.map((name, index) => [
    name,
    { Type: 'Pass', ...(index === 19 ? { End: true } : { Next: names[index + 1] }) },
  ])
  const arn = await rig.run({ StartAt: 's0', States: Object.fromEntries(states) }, '"'.repeat(125_000))
  for (const reverseOrder of [false, true]) {
    const first = await rig.client.send(
      new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1_000, reverseOrder }),
    )
    expect(first.events?.length).toBeLessThan(20)
    expect(first.nextToken).toBeDefined()
  }
  const events = await rig.history(arn)
  expectValid(events)
  expect(events).toHaveLength(42)
})

test('256 KiB exactly is taken', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'P',
    States: { P: { Type: 'Pass', Output: '{% $pad("", 262142, "x") %}', End: true } },
  })
  expect((await rig.describe(arn)).output?.length).toBe(262_144)
})

test.each([
  ['arn:aws:states:::lambda:invoke', { FunctionName: 'big' }, 'lambda'],
  ['arn:aws:lambda:us-east-1:111111111111:function:big', {}, 'arn:aws:lambda:us-east-1:111111111111:function:big'],
])('what %s gives may not be over 256 KiB', async (Resource, Arguments, name) => {
  await using rig = await Rig.open({ big: () => 'x'.repeat(262_143) })
  const arn = await rig.run({ StartAt: 'T', States: { T: { Type: 'Task', Resource, Arguments, End: true } } })
  expect(await rig.describe(arn)).toMatchObject({
    error: 'States.DataLimitExceeded',
    cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  })
})
