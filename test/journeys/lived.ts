import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Stage } from '../../domain/case/case.ts'
import { demo, type Told } from '../../local/demo/demo.ts'
import { parts } from '../../local/demo/parts.ts'
import { Play } from '../../local/demo/play.ts'
import { type RunningLocality, startLocality } from '../../local/locality.ts'
import { loadProduct } from '../../local/product.ts'

/** A locality of a test file's own, gone when the tests of the file have run. */
export interface Own {
  folder: string
  locality: RunningLocality
}

export interface Lived extends Own {
  play: Play
}

export interface Ended extends Own {
  told: Told
}

/** At the head of a test file: nobody has done anything. */
export async function ownLocality(load = loadProduct): Promise<Own> {
  const folder = await ownFolder()
  return { folder, locality: await open(folder, load) }
}

/**
 * At the head of a test file: a case that has just entered a stage. Its people play it once; the folder is kept, and other
 * files go on from a copy of it.
 *
 * @param interests whether the nominees have interests to declare
 * @param load what answers in this file
 */
export async function caseEntering(stage: Stage, { interests = true, load = loadProduct } = {}): Promise<Lived> {
  const lived = async ({ url }: RunningLocality) => {
    const play = Object.assign(await Play.at(url, () => {}), { interests })
    const before = parts.slice(
      0,
      parts.findIndex((one) => one.stage === stage),
    )
    for (const { part } of before) await part(play)
    return play.caseId
  }
  const { left: caseId, ...own } = await goingOn(`${stage}-${interests}`, lived, load)
  const play = await Play.at(own.locality.url, () => {})
  return { ...own, play: Object.assign(play, { interests, caseId }) }
}

/** At the head of a test file: a case that has ended with an award; nobody had an interest to declare. */
export async function endedCase(): Promise<Ended> {
  const { left: told, ...own } = await goingOn('ended', ({ url }) => demo(url, () => {}, { interests: false }))
  return { ...own, told }
}

/**
 * Goes on from what was lived through under a name, or lives it through first.
 *
 * @param live its answer, as JSON, is what is left besides the locality's folder
 */
async function goingOn<T>(
  name: string,
  live: (locality: RunningLocality) => Promise<T>,
  load = loadProduct,
): Promise<Own & { left: T }> {
  const folder = await ownFolder()
  const kept = join(inject('livedCases'), name)
  let left: T
  if (existsSync(kept)) {
    await cp(join(kept, 'locality'), folder, { recursive: true })
    left = JSON.parse(await readFile(join(kept, 'left.json'), 'utf8'))
  } else {
    const locality = await open(folder)
    left = await live(locality)
    await locality.close()
    const unfinished = await mkdtemp(`${kept}-`)
    await cp(folder, join(unfinished, 'locality'), { recursive: true })
    await writeFile(join(unfinished, 'left.json'), JSON.stringify(left))
    // Another file was quicker: then what it lived through is kept, and this file goes on from its own.
    await rename(unfinished, kept).catch(() => undefined)
  }
  return { folder, locality: await open(folder, load), left }
}

/** What a process has loaded verifies sign-ins by the address that it was first served at. */
let port = 0

async function open(folder: string, load = loadProduct): Promise<RunningLocality> {
  const locality = await startLocality({ port, dataDir: folder, log: () => {} }, load)
  port = Number(new URL(locality.url).port)
  afterAll(locality.close)
  return locality
}

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
