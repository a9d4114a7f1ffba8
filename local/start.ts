import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { holdsData } from './data-folder.ts'
import { confirmed } from './fresh.ts'
import { type RunningLocality, startLocality } from './locality.ts'
import { listenOnLoopback } from './loopback-server.ts'
import { playSampleCases, SAMPLES_BEGIN } from './sample/sample-cases.ts'
import { settings } from './settings.ts'
import { whoCanSignIn } from './who-can-sign-in.ts'

/** A slow machine's first build of the portal is not waited for longer: a page that is asked for waits for it. */
const patienceMs = 6_000

let starting: Promise<RunningLocality | undefined> | undefined
let ending = false

/** `npm start`: everything on 127.0.0.1 until Ctrl-C. */
async function start(): Promise<RunningLocality | undefined> {
  const { port, dataDir, fresh, yes } = settings(process.argv.slice(2), process.env)
  // A taken port is said before anybody is asked about deleting anything.
  await (await listenOnLoopback(port)).close()
  if (fresh && (await holdsData(dataDir)) && !(await confirmed(dataDir, yes))) {
    console.log('Nothing was deleted, and nothing was started.')
    return undefined
  }
  const gaveUp = (why: Error) => void end(1, why)
  return startLocality({ port, dataDir, fresh, behindMs: SAMPLES_BEGIN, buildPortal: true, log: console.log, gaveUp })
}

/** Ends everything that was started, dynoxide included. A second signal does not wait. */
async function end(code: number, why?: unknown): Promise<void> {
  if (ending) process.exit(code || 1)
  ending = true
  if (why !== undefined) say(why)
  const locality = await starting?.catch(() => undefined)
  await locality?.close().catch(say)
  process.exit(code)
}

function say(why: unknown): void {
  console.error(why instanceof CannotStart ? why.message : why)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

try {
  starting = start()
  const locality = await starting
  if (locality) {
    const { dataDir } = settings(process.argv.slice(2), process.env)
    const present = new Date().toISOString()
    const samples = playSampleCases({
      url: locality.url,
      folder: dataDir,
      until: present,
      log: console.log,
      ended: () => ending,
      progress: locality.sampleCases,
    })
    samples.all.catch((why) => ending || console.error('The sample cases were not all played:', why.message))
    await samples.first
    await Promise.race([
      locality.portalBuilt(),
      sleep(Math.max(0, patienceMs - process.uptime() * 1000), undefined, { ref: false }),
    ])
    console.log(`\n${whoCanSignIn(locality.people)}\n\nPortal  ${locality.url}\n`)
  }
} catch (error) {
  if (!ending) await end(1, error)
}
