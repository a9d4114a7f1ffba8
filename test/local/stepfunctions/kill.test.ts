import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StatementSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { live } from './life.ts'
import { definitionOf, interleaves, type Recipe, recipes } from './random-machine.ts'
import { HandClock, newFolder, type Rig } from './rig.ts'
import { essence, expectValid, withoutRepeats } from './valid-history.ts'

const long = process.env['LONG'] === '1'
const victim = fileURLToPath(new URL('victim.ts', import.meta.url))
const execution = 'arn:aws:states:us-east-1:111111111111:execution:main:the-one'

/** So that the test cannot pass by nothing having happened. */
const seen = { kills: 0, repeats: 0 }

/** Lives the machine in a process that dies before its n-th statement. */
function dieAt(folder: string, definition: object, statements: number): Promise<void> {
  const file = join(folder, 'definition.json')
  writeFileSync(file, JSON.stringify(definition))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, folder, file, String(statements)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk
    })
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') seen.kills++
      if (signal === 'SIGKILL' || code === 0) resolve()
      else reject(new Error(`The victim ended with ${code}: ${said}`))
    })
  })
}

interface Outcome {
  status: string | undefined
  output: string | undefined
  error: string | undefined
  history: string[]
  repeats: number
  calls: number
  started: number
}

async function outcomeOf(rig: Rig, ordered: boolean): Promise<Outcome> {
  const { status, output, error } = await rig.describe(execution)
  const events = await rig.history(execution)
  expectValid(events)
  const { events: kept, repeats } = withoutRepeats(events)
  const history = kept.map((event) => essence(event, ordered))
  const log = join(rig.folder, 'calls.log')
  return {
    status,
    output,
    error,
    history: ordered ? history : history.sort(),
    repeats,
    calls: existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0,
    started: events.filter((event) => /^(Task|LambdaFunction)Started$/.test(String(event.type))).length,
  }
}

async function undisturbed(definition: object, ordered: boolean): Promise<{ outcome: Outcome; statements: number }> {
  let statements = 0
  const run = StatementSync.prototype.run
  StatementSync.prototype.run = function (...values) {
    statements++
    return Reflect.apply(run, this, values)
  }
  try {
    await using rig = await live(newFolder(), new HandClock(), definition)
    return { outcome: await outcomeOf(rig, ordered), statements }
  } finally {
    StatementSync.prototype.run = run
  }
}

const runs = fc.record({
  chain: recipes,
  kills: fc.array(fc.noBias(fc.integer({ min: 0, max: 999 })), { minLength: 1, maxLength: 2 }),
})

async function survives({ chain, kills }: { chain: Recipe[]; kills: number[] }): Promise<void> {
  const definition = definitionOf(chain)
  const ordered = !interleaves(chain)
  const expected = await undisturbed(definition, ordered)
  const folder = newFolder()
  try {
    for (const kill of kills) await dieAt(folder, definition, 1 + Math.floor((kill * expected.statements) / 1_000))
    await using rig = await live(folder, new HandClock(), definition)
    const { repeats, calls, started, ...actual } = await outcomeOf(rig, ordered)
    const { repeats: none, calls: _, started: __, ...wanted } = expected.outcome
    seen.repeats += repeats
    expect(none).toBe(0)
    expect(actual).toEqual(wanted)
    // Each kill repeats at most the calls that were in flight, and no call goes without its mark.
    expect(calls).toBeLessThanOrEqual(started)
    if (ordered) expect(repeats).toBeLessThanOrEqual(kills.length)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(
  'killed at any statement, an execution ends as if it had not been, and repeated calls are marked',
  async () => {
    await fc.assert(fc.asyncProperty(runs, survives), {
      numRuns: long ? 1_000 : 10,
      ...(long ? {} : { seed: 20_260_105 }),
      interruptAfterTimeLimit: long ? 3_600_000 : 50_000,
      markInterruptAsFailure: false,
    })
    // On a busy machine the time limit leaves fewer runs.
    expect(seen.kills).toBeGreaterThan(5)
    expect(seen.repeats).toBeGreaterThan(0)
  },
  long ? 4_000_000 : 120_000,
)
