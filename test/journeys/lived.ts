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
import { everyRecordIsHonest } from './every-record.ts'

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
  return { folder, locality: await toPlayIn(folder, load) }
}

/**
 * At the head of a test file: a case that has just entered a stage. Its people play it once; the folder is kept, and other
 * files go on from a copy of it, also to a later stage.
 *
 * @param interests whether the nominees have interests to declare
 * @param load what answers in this file
 */
export async function caseEntering(stage: Stage, { interests = true, load = loadProduct } = {}): Promise<Lived> {
  const before = parts.slice(
    0,
    parts.findIndex((one) => one.stage === stage),
  )
  const name = (entering: Stage) => `${entering}-${interests}`
  const lived = before.findLastIndex((one) => isKept(name(one.stage)))
  const live = async ({ url }: RunningLocality, caseId = '') => {
    const play = Object.assign(await Play.at(url, () => {}), { interests, caseId })
    for (const { part } of before.slice(Math.max(lived, 0))) await part(play)
    return play.caseId
  }
  const from = before[lived]
  const { left: caseId, ...own } = await goingOn(name(stage), live, { load, ...(from && { from: name(from.stage) }) })
  const play = await Play.at(own.locality.url, () => {})
  return { ...own, play: Object.assign(play, { interests, caseId }) }
}

/** At the head of a test file: a case that has ended with an award; nobody had an interest to declare. */
export async function endedCase(): Promise<Ended> {
  const { left: told, ...own } = await goingOn('ended', ({ url }) => demo(url, () => {}, { interests: false }))
  return { ...own, told }
}

const placeOf = (name: string) => join(inject('livedCases'), name)
const isKept = (name: string) => existsSync(placeOf(name))

/** A copy of what was lived through under a name. @returns what is left besides the locality's folder */
async function copied<T>(name: string, folder: string): Promise<T> {
  await cp(join(placeOf(name), 'locality'), folder, { recursive: true })
  return JSON.parse(await readFile(join(placeOf(name), 'left.json'), 'utf8'))
}

/**
 * Goes on from what was lived through under a name, or lives it through first.
 *
 * @param live its answer, as JSON, is what is left besides the locality's folder
 * @param from what was lived through before, and is lived on from; `live` has what was left then
 */
async function goingOn<T>(
  name: string,
  live: (locality: RunningLocality, left?: T) => Promise<T>,
  { load = loadProduct, from }: { load?: typeof loadProduct; from?: string } = {},
): Promise<Own & { left: T }> {
  const folder = await ownFolder()
  if (isKept(name)) {
    const left = await copied<T>(name, folder)
    return { folder, locality: await toPlayIn(folder, load), left }
  }
  const before = from === undefined ? undefined : await copied<T>(from, folder)
  const locality = await open(folder)
  const left = await live(locality, before)
  await locality.close()
  const unfinished = await mkdtemp(`${placeOf(name)}-`)
  await cp(folder, join(unfinished, 'locality'), { recursive: true })
  await writeFile(join(unfinished, 'left.json'), JSON.stringify(left))
  // Another file was quicker: then what it lived through is kept, and this file goes on from its own.
  await rename(unfinished, placeOf(name)).catch(() => undefined)
  return { folder, locality: await toPlayIn(folder, load), left }
}

/** What a process has loaded verifies sign-ins by the address that it was first served at. */
let port = 0

async function open(folder: string, load = loadProduct): Promise<RunningLocality> {
  const locality = await startLocality({ port, dataDir: folder, log: () => {} }, load)
  port = Number(new URL(locality.url).port)
  afterAll(locality.close)
  return locality
}

/** For the tests of a file: what they play there is held to its own story at the end. */
async function toPlayIn(folder: string, load = loadProduct): Promise<RunningLocality> {
  const locality = await open(folder, load)
  afterAll(everyRecordIsHonest)
  return locality
}

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redesign-panels-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}
