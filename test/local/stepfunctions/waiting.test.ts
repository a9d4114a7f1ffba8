import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { HandClock, newFolder, Rig } from './rig.ts'

const crowd = fileURLToPath(new URL('crowd.ts', import.meta.url))

test('10,000 waiting executions: at most 4 KiB of memory each, and open again within 5 s of a kill', async () => {
  const folder = newFolder()
  const process_ = spawn(process.execPath, ['--expose-gc', crowd, folder, '10000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await new Promise<string>((resolve, reject) => {
    process_.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    process_.once('exit', (code) => reject(new Error(`The crowd ended with ${code}`)))
  })
  expect((JSON.parse(said) as { perExecution: number }).perExecution).toBeLessThan(4_096)
  const gone = new Promise((resolve) => process_.once('exit', resolve))
  process_.kill('SIGKILL')
  await gone

  const begun = performance.now()
  const clock = Object.assign(new HandClock(), { time: Date.now() })
  await using rig = await Rig.open({}, { folder, clock })
  await rig.stepFunctions.idle()
  expect(performance.now() - begun).toBeLessThan(5_000)
  const due = rig.stepFunctions.nextDueAt() ?? 0
  expect(due).toBeGreaterThan(clock.time + 86_000_000)

  // A day later all of them go on, and none is left.
  await rig.pass(2 * 86_400)
  expect(rig.stepFunctions.nextDueAt()).toBeUndefined()
  rmSync(folder, { recursive: true, force: true })
})
