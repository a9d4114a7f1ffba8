import { expect, test } from 'vitest'
import { Rig } from './rig.ts'
import { expectValid } from './valid-history.ts'

test('a history of 25,000 events is full: the execution fails', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'A',
    States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } },
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
