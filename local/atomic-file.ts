import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes by renaming, so that a reader, or a start after `kill -9`, finds the old bytes or the new ones and never half of
 * them. The unfinished file's name begins with a dot.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  options: { mode?: number } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const unfinished = join(dirname(path), `.${basename(path).slice(0, 80)}.${randomUUID()}`)
  await writeFile(unfinished, content, { mode: options.mode ?? 0o644, flag: 'wx' })
  await rename(unfinished, path)
}

/** The parsed file, or undefined where there is none. Rejects with a SyntaxError where it is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
