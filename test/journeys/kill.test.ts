import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type { Export } from '../../domain/record/export.ts'
import { demo, type Told } from '../../local/demo/demo.ts'
import { freePort } from '../../local/free-port.ts'
import { seededRandom } from '../local/seeded-random.ts'
import { temporaryFolder } from '../local/temporary-folder.ts'
import { endedCase } from './lived.ts'

/**
 * The case is played to its end by people who know nothing of it, while the machine is killed again and again. It must end
 * as one that was never killed: the same outcome and, per actor, the same events; nothing doubled, nothing lost.
 */

const { told: undisturbed } = await endedCase()
const long = process.env['LONG'] !== undefined
const kills = long ? 50 : 3
const seed = long ? Date.now() % 2 ** 31 : 7

function live(port: number, folder: string, death: string[]): ChildProcess {
  return spawn(process.execPath, [new URL('victim.ts', import.meta.url).pathname, String(port), folder, ...death], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, POWERTOOLS_LOG_LEVEL: 'SILENT' },
  })
}

/** Plays the demo while the locality dies `deaths` times, and then lives. */
async function playedThrough(deaths: number, random: () => number): Promise<{ told: Told; died: number }> {
  const folder = await temporaryFolder()
  const port = await freePort()
  let died = 0
  let over = false
  let playing: ChildProcess | undefined
  const lives = (async () => {
    while (!over) {
      const when = ['committed', 'committed', 'signalling', 'signalled'][Math.floor(random() * 4)] ?? ''
      // A case makes some 230 transactions and 40 signals: often enough that all the deaths fall within it.
      const within = Math.max(when === 'committed' ? 2 : 1, (when === 'committed' ? 180 : 30) / Math.max(deaths, 1))
      const death = died < deaths ? [when, String(1 + Math.floor(random() * within))] : []
      const child = live(port, folder, death)
      let stderr = ''
      child.stderr?.on('data', (chunk) => {
        stderr += chunk
      })
      playing = child
      const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
      if (over) return
      if (signal !== 'SIGKILL') throw new Error(`The locality ended by itself:\n${stderr}`)
      died += 1
    }
  })()
  try {
    const told = await Promise.race([
      demo(`http://127.0.0.1:${port}`, () => {}, { interests: false }),
      lives.then(() => Promise.reject(new Error('It stopped.'))),
    ])
    return { told, died }
  } finally {
    over = true
    playing?.kill('SIGTERM')
    await lives
  }
}

/**
 * How often each actor did each thing. Who sits on the panel is drawn by lot, so members are one actor; and nobody has an
 * interest to declare, so that all goes the same whoever sits there.
 */
function deeds({ events }: Export): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { entry } of events) {
    // How many interests are ruled on, and how often they are checked, depends on who was drawn.
    if (entry.type === 'InterestManaged' || entry.type === 'ConflictsChecked') continue
    const who =
      'step' in entry.by
        ? entry.by.step
        : ['panel-member', 'chair', 'nominee'].includes(entry.by.as) && entry.type !== 'NominationAccepted'
          ? 'a member'
          : `${entry.by.as} ${entry.by.person}`
    const deed = `${who}: ${entry.type}`
    counted[deed] = (counted[deed] ?? 0) + 1
  }
  return counted
}

/** What each person did by the record; what the service told somebody because of it is no deed of theirs. */
function byPerson({ events }: Export): Record<string, string[]> {
  const done: Record<string, string[]> = {}
  for (const { entry } of events)
    if ('person' in entry.by && !entry.type.endsWith('Told'))
      done[entry.by.person] = [...(done[entry.by.person] ?? []), entry.type]
  return done
}

const sorted = (done: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(done).flatMap(([person, types]) => (types.length > 0 ? [[person, types.toSorted()]] : [])),
  )

test(`a case ends the same when the machine is killed ${kills} times (seed ${seed})`, {
  timeout: long ? 3_600_000 : 600_000,
}, async () => {
  const random = seededRandom(seed)
  // One case after another, until the machine has died often enough.
  for (let died = 0; died < kills; ) {
    const killed = await playedThrough(kills - died, random)
    expect(killed.died).toBeGreaterThan(0)
    expect(killed.told.summary).toMatchObject({ outcome: undisturbed.summary['outcome'], chainIntact: true })
    // Whatever was acknowledged stands on the record, once, and nothing else does.
    expect(sorted(byPerson(killed.told.record))).toEqual(sorted(killed.told.done))
    expect(deeds(killed.told.record)).toEqual(deeds(undisturbed.record))
    died += killed.died
  }
})
