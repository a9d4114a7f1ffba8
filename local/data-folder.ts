import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { isMissing } from './atomic-file.ts'
import { CannotStart } from './cannot-start.ts'
import { endOrphan } from './dynamodb/orphan.ts'
import { holdLock, lockName } from './folder-lock.ts'

const product = 'redesign-panels'
/** The format of the data folder: a higher number when an older program can no longer read it. */
const format = 1

const markerName = 'redesign-panels.json'
const marker = z.object({ product: z.literal(product), format: z.int().positive() })

/** What was found at the path before anything is touched. */
type Found = 'nothing' | 'empty' | 'ours'

export interface DataFolder {
  path: string
  release(): void
}

/**
 * Takes the folder for this process alone, making it where there is none. With `fresh`, everything in it is deleted first
 * (ask the person before). @throws CannotStart when it is not ours to use; nothing is touched then
 */
export async function takeDataFolder(path: string, { fresh = false } = {}): Promise<DataFolder> {
  const folder = resolve(path)
  const found = await inspect(folder, fresh)
  if (found !== 'ours') await begin(folder)
  const lock = holdLock(folder)
  try {
    if (fresh && found === 'ours') await empty(folder)
  } catch (error) {
    lock.release()
    throw error
  }
  return { path: folder, release: lock.release }
}

/** Deletes everything but the marker and the lock, after ending what a killed process left running on it. */
async function empty(folder: string): Promise<void> {
  await endOrphan(join(folder, 'dynamodb'))
  for (const name of await readdir(folder)) {
    if (name !== markerName && !name.startsWith(lockName))
      await rm(join(folder, name), { recursive: true, force: true })
  }
  await writeFile(join(folder, markerName), markerText)
}

/** Whether there is a folder of this product with something in it that `--fresh` would delete. */
export async function holdsData(path: string): Promise<boolean> {
  return (await inspect(resolve(path), true)) === 'ours'
}

async function inspect(folder: string, anyFormat: boolean): Promise<Found> {
  try {
    if (!(await stat(folder)).isDirectory())
      throw new CannotStart(`The data folder ${folder} is a file; name a folder.`)
    const names = await readdir(folder)
    if (names.length === 0) return 'empty'
    if (!names.includes(markerName)) throw foreign(folder)
    const text = await readFile(join(folder, markerName), 'utf8')
    // An earlier start was killed before it had written the marker.
    if (text === '' && names.length === 1) return 'empty'
    const read = marker.safeParse(parsed(text))
    if (!read.success) throw foreign(folder)
    if (read.data.format > format && !anyFormat) {
      throw new CannotStart(
        `The data folder ${folder} was written by a newer version (format ${read.data.format}; this one reads ${format}); use that version or another folder.`,
      )
    }
    return 'ours'
  } catch (error) {
    if (isMissing(error)) return 'nothing'
    throw readable(error, folder)
  }
}

const markerText = `${JSON.stringify({ product, format })}\n`

async function begin(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await writeFile(join(folder, markerName), markerText)
  } catch (error) {
    throw readable(error, folder)
  }
}

/** Not mkdir's own `recursive`: under /proc, where it cannot succeed, Node's never returns. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

function foreign(folder: string): CannotStart {
  return new CannotStart(
    `The data folder ${folder} holds files that are not this program's; name an empty folder in DATA_DIR, or one that it made.`,
  )
}

function readable(error: unknown, folder: string): unknown {
  if (error instanceof CannotStart || !(error instanceof Error)) return error
  const code = 'code' in error ? ` (${String(error.code)})` : ''
  return new CannotStart(`The data folder ${folder} cannot be used${code}; name a writable one in DATA_DIR.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
