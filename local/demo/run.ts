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
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const running = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`

const answers = await fetch(`${running}/local/clock`).then(
  (answer) => answer.ok,
  () => false,
)
if (answers) {
  await samplesPlayed()
  console.log(`Playing on the locality at ${running}; its clock will move.`)
  await play(running)
} else {
  const dataDir = await mkdtemp(join(tmpdir(), 'redesign-panels-demo-'))
  const locality = await startLocality({ port: 0, dataDir, log: () => {} })
  try {
    await play(locality.url)
  } finally {
    await locality.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Two plays at once would each move the clock under the other. */
async function samplesPlayed(): Promise<void> {
  for (let told = false; ; told = true) {
    const { played, of } = await localJson<Progress>(`${running}/local/sample-cases`)
    if (played === of) return
    if (!told) console.log('Waiting until the sample cases have been played …')
    await setTimeout(500)
  }
}

async function play(url: string): Promise<void> {
  const { summary, record } = await demo(url, console.log)
  await writeFile('demo.record.json', JSON.stringify(record))
  console.log('The record is in demo.record.json: npm run verify -- demo.record.json')
  if (values.json) console.log(JSON.stringify(summary))
}
