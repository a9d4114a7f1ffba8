import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from '../atomic-file.ts'

/** Segments of letters, digits, dots, hyphens and underscores, none beginning with a dot: no way out of the folder. */
const key = /^(?=.{1,512}$)[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})*$/

/** A file and a folder cannot have one name, but the keys `a` and `a/b` may both be there. */
export const ending = '.document'

export function documentPath(folder: string, name: string): string {
  if (!key.test(name))
    throw new TypeError('A document key has segments of letters, digits, dots, hyphens and underscores.')
  return `${join(folder, ...name.split('/'))}${ending}`
}

class DocumentNotFound extends Error {
  override name = 'DocumentNotFound'
}

/** @throws DocumentNotFound when there is no such file */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (isMissing(error)) throw new DocumentNotFound('There is no document under this key.')
    throw error
  }
}

export const readDocument = async (folder: string, name: string): Promise<Uint8Array> =>
  new Uint8Array(await orNotFound(readFile(documentPath(folder, name))))
