import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { endOrphan } from '../../local/dynamodb/orphan.ts'
import { seededRandom } from './seeded-random.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { until } from './until.ts'

const rounds = process.env['LONG'] ? 50 : 3
const seed = process.env['LONG'] ? Math.floor(Math.random() * 2 ** 32) : 20_260_105

interface Running {
  url: string
  child: ChildProcess
}

async function start(folder: string): Promise<Running> {
  const script = join(import.meta.dirname, 'small-product', 'run.ts')
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`The locality ended: ${complaints}`)))
  ended.catch(() => undefined)
  const [url] = await Promise.race([once(lines, 'line'), ended])
  return { url: String(url), child }
}

/** Kills the locality; its dynoxide goes with it. */
async function kill({ child }: Running, folder: string): Promise<void> {
  const dynoxide = await dynoxideOf(folder)
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  await until(() => !isAlive(dynoxide), 'dynoxide ends')
}

async function dynoxideOf(folder: string): Promise<number> {
  const kept = await readFile(join(folder, 'dynamodb', 'dynoxide.pid.json'), 'utf8')
  return (JSON.parse(kept) as { pid: number }).pid
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

interface Acknowledged {
  begun: string[]
  answered: string[]
}

/** Begins errands and answers every second one, until the process is gone. @param done grows by what was acknowledged */
async function errands(url: string, round: number, done: Acknowledged): Promise<void> {
  for (let i = 0; i < 1_000; i++) {
    const id = `r${round}n${i}`
    try {
      const begun = await fetch(`${url}/api/errands/${id}`, { method: 'PUT' })
      if (begun.status !== 204) throw new Error(`Unexpected ${begun.status}`)
      done.begun.push(id)
      if (i % 2 === 1) continue
      const answered = await fetch(`${url}/api/errands/${id}/answer`, { method: 'PUT' })
      if (answered.status !== 204) throw new Error(`Unexpected ${answered.status}`)
      done.answered.push(id)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}

test(
  `kill -9 of everything at ${rounds} random moments loses no record, no wait and no wake-up (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const folder = await temporaryFolder()
    onTestFinished(() => endOrphan(join(folder, 'dynamodb')))
    const done: Acknowledged = { begun: [], answered: [] }
    const { begun, answered } = done
    for (let round = 0; round < rounds; round++) {
      const running = await start(folder)
      const before = begun.length
      const working = errands(running.url, round, done)
      await until(() => begun.length > before, 'something is begun')
      await sleep(random() * 500)
      await kill(running, folder)
      await working
    }
    const last = await start(folder)
    const settled = await fetch(`${last.url}/local/settled`)
    expect(await settled.json()).toMatchObject({ settled: true })
    for (const id of begun) {
      const errand: unknown = await (await fetch(`${last.url}/api/errands/${id}`)).json()
      expect(errand, id).toMatchObject({ BEGUN: { told: expect.any(Number) }, TOKEN: { told: expect.any(Number) } })
      expect(
        Object.values(errand as Record<string, { told: number }>).every(({ told }) => told >= 1),
        id,
      ).toBe(true)
      expect('ENDED' in (errand as object), id).toBe(answered.includes(id) || 'ANSWER' in (errand as object))
    }
    await fetch(`${last.url}/local/clock`, { method: 'POST', body: JSON.stringify({ hours: 25 }) })
    for (const id of begun) {
      expect(await (await fetch(`${last.url}/api/errands/${id}`)).json(), id).toHaveProperty('ENDED')
    }
    expect(begun.length).toBeGreaterThanOrEqual(rounds)
    await endsCleanly(last, folder)
  },
  process.env['LONG'] ? 3_600_000 : 600_000,
)

async function endsCleanly({ child }: Running, folder: string): Promise<void> {
  const dynoxide = await dynoxideOf(folder)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(isAlive(dynoxide)).toBe(false)
}
