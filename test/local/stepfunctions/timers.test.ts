import { expect, test } from 'vitest'
import { HandClock, patiently, Rig } from './rig.ts'

const wait = (seconds: number): object => ({
  StartAt: 'Wait',
  States: { Wait: { Type: 'Wait', Seconds: seconds, Next: 'Done' }, Done: { Type: 'Succeed' } },
})

test('a Wait ends when the clock says so, not before', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run(wait(86_400))
  expect(rig.stepFunctions.nextDueAt()).toBe(rig.clock.time + 86_400_000)
  await rig.pass(86_399)
  expect((await rig.describe(arn)).status).toBe('RUNNING')
  await rig.pass(1)
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
})

test('timers that came due in a sleep fire in the order of their times', async () => {
  const woken: string[] = []
  await using rig = await Rig.open({ note: ({ name }: { name: string }) => woken.push(name) })
  const machine = await rig.create('m', {
    StartAt: 'Wait',
    States: {
      Wait: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Note' },
      Note: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'note', Payload: { name: '{% $states.input.name %}' } },
        End: true,
      },
    },
  })
  const order = [50, 10, 40, 20, 30, 5, 45, 15]
  for (const seconds of order) await rig.start(machine, { seconds, name: `${seconds}` })
  await rig.stepFunctions.idle()
  await rig.pass(10_000)
  expect(woken).toEqual([...order].sort((a, b) => a - b).map(String))
})

test('a clock moved backwards delays and does no other harm', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run(wait(60))
  await rig.pass(-3_600)
  expect((await rig.describe(arn)).status).toBe('RUNNING')
  await rig.pass(3_660)
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
  const times = (await rig.history(arn)).map((event) => Number(event.timestamp))
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test('history times never go back, though the clock did', async () => {
  await using rig = await Rig.open({
    back: () => {
      rig.clock.time -= 5_000
    },
  })
  const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:111111111111:function:back' }
  const arn = await rig.run({ StartAt: 'A', States: { A: { ...task, Next: 'B' }, B: { ...task, End: true } } })
  const times = (await rig.history(arn)).map((event) => Number(event.timestamp))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(times.length).toBeGreaterThan(8)
})

test('an execution as a whole times out', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({ ...wait(1_000), TimeoutSeconds: 10 })
  await rig.pass(10)
  expect(await rig.describe(arn)).toMatchObject({ status: 'TIMED_OUT' })
  const [, , last] = await rig.history(arn)
  expect(last).toMatchObject({
    type: 'ExecutionTimedOut',
    id: 3,
    previousEventId: 0,
    executionTimedOutEventDetails: { error: 'States.Timeout' },
  })
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
})

test('a function that takes too long is given up, and its late answer ignored', async () => {
  let answer: (value: unknown) => void = () => undefined
  const slow = new Promise((resolve) => {
    answer = resolve
  })
  await using rig = await Rig.open({ slow: () => slow })
  const machine = await rig.create('m', {
    StartAt: 'Slow',
    States: {
      Slow: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: 'slow' },
        TimeoutSeconds: '{% 10 * 2 %}',
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
        End: true,
      },
      Late: { Type: 'Pass', End: true },
    },
  })
  const arn = await rig.start(machine)
  await expect.poll(() => rig.calls.length, patiently).toBe(1)
  rig.clock.time += 20_000
  rig.stepFunctions.clockMoved()
  await expect.poll(async () => (await rig.describe(arn)).status, patiently).toBe('SUCCEEDED')
  answer('too late')
  await rig.stepFunctions.idle()
  expect(JSON.parse(String((await rig.describe(arn)).output))).toEqual({ Error: 'States.Timeout', Cause: '' })
  expect((await rig.types(arn)).filter((type) => type === 'TaskSucceeded')).toEqual([])
})

test('on a real clock timers fire by themselves', async () => {
  await using rig = await Rig.open({}, { clock: Object.assign(new HandClock(), { now: () => Date.now() }) })
  const arn = await rig.run(wait(1))
  await expect.poll(async () => (await rig.describe(arn)).status, patiently).toBe('SUCCEEDED')
})

test.each([
  ['2026-01-05T09:00:30Z', 30],
  ['2026-01-05T09:00:30.250Z', 30.25],
  ['2026-01-05T10:01:00+01:00', 60],
  ['2020-01-01T00:00:00Z', 0],
])('a Timestamp of %s is %s seconds away', async (timestamp, seconds) => {
  await using rig = await Rig.open()
  const machine = await rig.create('m', {
    StartAt: 'W',
    States: { W: { Type: 'Wait', Timestamp: '{% $states.input %}', End: true } },
  })
  const arn = await rig.start(machine, timestamp)
  await rig.stepFunctions.idle()
  if (seconds > 0) {
    expect(rig.stepFunctions.nextDueAt()).toBe(rig.clock.time + seconds * 1_000)
    await rig.pass(seconds)
  }
  expect((await rig.describe(arn)).status).toBe('SUCCEEDED')
})

test.each(['2026-02-30T00:00:00Z', '2026-01-05', '2026-01-05T09:00:30', 'tomorrow'])(
  '%s is no Timestamp',
  async (timestamp) => {
    await using rig = await Rig.open()
    const machine = await rig.create('m', {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Timestamp: '{% $states.input %}', End: true } },
    })
    const arn = await rig.start(machine, timestamp)
    await rig.stepFunctions.idle()
    expect((await rig.describe(arn)).cause).toContain('cannot be parsed as an ISO-8601 extended offset date-time')
  },
)

test('expressions see the clock that was given', async () => {
  await using rig = await Rig.open()
  const arn = await rig.run({
    StartAt: 'W',
    States: {
      W: { Type: 'Wait', Seconds: 5, Next: 'P' },
      P: {
        Type: 'Pass',
        Output: {
          now: '{% $now() %}',
          day: "{% $now('[Y0001]-[M01]-[D01]') %}",
          millis: '{% $millis() %}',
          entered: '{% $states.context.State.EnteredTime %}',
          started: '{% $states.context.Execution.StartTime %}',
        },
        End: true,
      },
    },
  })
  await rig.pass(5)
  expect(JSON.parse(String((await rig.describe(arn)).output))).toEqual({
    now: '2026-01-05T09:00:05.000Z',
    day: '2026-01-05',
    millis: Date.parse('2026-01-05T09:00:05.000Z'),
    entered: '2026-01-05T09:00:05.000Z',
    started: '2026-01-05T09:00:00.000Z',
  })
})
