import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Documents } from '../../functions/runtime/deps.ts'
import { isMissing, writeAtomically } from '../atomic-file.ts'

/** Segments of letters, digits, dots, hyphens and underscores, none beginning with a dot: no way out of the folder. */
const key = /^(?=.{1,512}$)[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199})*$/

class DocumentNotFound extends Error {
  override name = 'DocumentNotFound'
}

/** Documents as files; a document is there whole or not at all. */
export function folderDocuments(folder: string): Documents {
  const pathOf = (name: string): string => {
    if (!key.test(name))
      throw new TypeError('A document key has segments of letters, digits, dots, hyphens and underscores.')
    // A file and a folder cannot have one name, but the keys `a` and `a/b` may both be there.
    return `${join(folder, ...name.split('/'))}.document`
  }
  return {
    async put(name, bytes) {
      await writeAtomically(pathOf(name), bytes)
    },
    async get(name) {
      const path = pathOf(name)
      try {
        return new Uint8Array(await readFile(path))
      } catch (error) {
        if (isMissing(error)) throw new DocumentNotFound('There is no document under this key.')
        throw error
      }
    },
  }
}
