import { rmSync } from 'node:fs'
import * as sfn from '@aws-sdk/client-sfn'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitionOf, type Recipe, recipes } from './random-machine.ts'
import { type Functions, HandClock, newFolder, Rig } from './rig.ts'
import { essence } from './valid-history.ts'

const long = process.env['LONG'] === '1'

type Weather =
  | { kind: 'clock'; seconds: number }
  | { kind: 'answer'; which: number; how: 'success' | 'failure' | 'heartbeat' }
  | { kind: 'stop' | 'redrive' | 'reopen' | 'due' }

const weather: fc.Arbitrary<Weather> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'due' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('clock' as const), seconds: fc.integer({ min: -5_000, max: 20_000 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      which: fc.nat({ max: 20 }),
      how: fc.constantFrom('success' as const, 'failure' as const, 'heartbeat' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'stop' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redrive' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
)

/** Errors a caller may get for asking at the wrong moment. */
const expected = new Set(['TaskTimedOut', 'ExecutionNotRedrivable'])

async function weathers({ chain, days }: { chain: Recipe[]; days: Weather[] }): Promise<void> {
  const folder = newFolder()
  const clock = new HandClock()
  const tokens: string[] = []
  let rig = await Rig.open(functionsFor(tokens), { folder, clock })
  try {
    await rig.create('child', { StartAt: 'Nap', States: { Nap: { Type: 'Wait', Seconds: 60, End: true } } })
    const arn = await rig.start(await rig.create('main', definitionOf(chain)))
    let before: string[] = []
    for (const day of days) {
      await rig.stepFunctions.idle()
      rig = await endure(rig, day, arn, tokens)
      await rig.stepFunctions.idle()
      before = await expectSound(rig, arn, before)
    }
    // However the storm left it, it can be brought to an end.
    if ((await rig.describe(arn)).status === 'RUNNING')
      await rig.client.send(new sfn.StopExecutionCommand({ executionArn: arn }))
    await expectSound(rig, arn, before)
  } finally {
    await rig.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function endure(rig: Rig, day: Weather, executionArn: string, tokens: string[]): Promise<Rig> {
  const taskToken = tokens[day.kind === 'answer' ? day.which % Math.max(tokens.length, 1) : 0]
  try {
    if (day.kind === 'clock') await rig.pass(day.seconds)
    if (day.kind === 'due') await rig.passAll(1)
    if (day.kind === 'stop') await rig.client.send(new sfn.StopExecutionCommand({ executionArn }))
    if (day.kind === 'redrive') await rig.client.send(new sfn.RedriveExecutionCommand({ executionArn }))
    if (day.kind === 'answer' && taskToken !== undefined) {
      if (day.how === 'heartbeat') await rig.client.send(new sfn.SendTaskHeartbeatCommand({ taskToken }))
      if (day.how === 'failure') await rig.client.send(new sfn.SendTaskFailureCommand({ taskToken, error: 'Refused' }))
      if (day.how === 'success') await rig.client.send(new sfn.SendTaskSuccessCommand({ taskToken, output: '1' }))
    }
  } catch (error) {
    if (!expected.has((error as Error).name)) throw error
  }
  if (day.kind !== 'reopen') return rig
  await rig.stop()
  return Rig.open(functionsFor(tokens), { folder: rig.folder, clock: rig.clock })
}

function functionsFor(tokens: string[]): Functions {
  return {
    work: ({ fails, retry }: { fails: number; retry: number }) => {
      if (retry < fails) throw Object.assign(new Error('no'), { name: 'Flaky' })
      return { retry }
    },
    ask: ({ token }: { token: string }) => void tokens.push(token),
  }
}

const closing = new Map([
  ['SUCCEEDED', 'ExecutionSucceeded'],
  ['FAILED', 'ExecutionFailed'],
  ['ABORTED', 'ExecutionAborted'],
  ['TIMED_OUT', 'ExecutionTimedOut'],
])

/** What holds at every moment: the past does not change, and status, history and timers agree. */
async function expectSound(rig: Rig, arn: string, before: string[]): Promise<string[]> {
  const { status, error } = await rig.describe(arn)
  const events = await rig.history(arn)
  const now = events.map((event) => essence(event, true))
  expect(now.slice(0, before.length)).toEqual(before)
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1))
  for (const event of events) expect(event.previousEventId).toBeLessThan(event.id ?? 0)
  const ends = events.filter((event) => [...closing.values()].includes(String(event.type))).length
  const redrives = events.filter((event) => event.type === 'ExecutionRedriven').length
  expect(ends).toBe(redrives + (status === 'RUNNING' ? 0 : 1))
  if (status !== 'RUNNING') expect(events.at(-1)?.type).toBe(closing.get(String(status)))
  // States.Runtime would be the engine's own fault.
  expect(error).not.toBe('States.Runtime')
  if (status !== 'RUNNING') {
    const due = rig.stepFunctions.nextDueAt() ?? Number.POSITIVE_INFINITY
    expect(due).toBeGreaterThan(rig.clock.time)
  }
  return now
}

const storms = fc.record({ chain: recipes, days: fc.array(weather, { minLength: 1, maxLength: 14 }) })

test(
  'whatever answers, clocks, stops, redrives and restarts come, the history stays one AWS could have written',
  async () => {
    await fc.assert(fc.asyncProperty(storms, weathers), {
      numRuns: long ? 3_000 : 60,
      ...(long ? {} : { seed: 20_260_106 }),
    })
  },
  long ? 4_000_000 : 120_000,
)
