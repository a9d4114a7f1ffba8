import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startLocality } from '../locality.ts'
import type { Progress } from '../sample/sample-cases.ts'
import { localJson } from './client.ts'
import { demo } from './demo.ts'

/** `npm run demo [-- --json]`: plays the counselling case as its people would, on a running `npm start` or on its own. */
const wantsJson = asked()
const running = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

if (await isALocality()) {
  await samplesPlayed()
  console.log(`Playing on the locality at ${running}; its clock will move.`)
  await play(running)
} else await playOnItsOwn()

function asked(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json
  } catch {
    console.error('The demo knows one option: npm run demo -- --json')
    process.exit(2)
  }
}

/** Whether a locality answers at this address: the demo plays on nothing else. */
async function isALocality(): Promise<boolean> {
  try {
    const answer = await fetch(`${running}/local/sample-cases`)
    return answer.ok && typeof ((await answer.json()) as Partial<Progress>).played === 'number'
  } catch {
    return false
  }
}

/** A locality of the demo's own, which is gone afterwards, also when the demo is ended on its way. */
async function playOnItsOwn(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'redesign-panels-demo-'))
  const locality = await startLocality({ port: 0, dataDir, log: () => {} })
  const end = async () => {
    await locality.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void end().finally(() => process.exit(130)))
  try {
    await play(locality.url)
  } finally {
    await end()
  }
}

/** Two plays at once would each move the clock under the other. */
async function samplesPlayed(): Promise<void> {
  for (let told = false; ; told = true) {
    const { played, of } = await localJson<Progress>(`${running}/local/sample-cases`)
    if (played === of) return
    if (!told) console.log('Waiting until the sample cases have been played…')
    await setTimeout(500)
  }
}

async function play(url: string): Promise<void> {
  const { summary, record } = await demo(url, console.log)
  await writeFile('demo.record.json', JSON.stringify(record))
  console.log('The record is in demo.record.json: npm run verify -- demo.record.json')
  if (wantsJson) console.log(JSON.stringify(summary))
}
