import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SealedTenders } from '../../functions/runtime/deps.ts'
import { isMissing, writeAtomically } from '../atomic-file.ts'
import { documentPath, ending, readDocument } from './document-path.ts'
import type { UploadAddresses } from './upload-addresses.ts'

/** What bidders sealed, as files of a folder of its own; it never holds anything that can be read. */
export function folderSealedTenders(folder: string, addresses: Pick<UploadAddresses, 'sign'>): SealedTenders {
  return {
    put: async (key, bytes) => writeAtomically(documentPath(folder, key), bytes),
    get: async (key) => readDocument(folder, key),
    async sizes(prefix) {
      const place = prefix.slice(0, prefix.lastIndexOf('/') + 1)
      const found = new Map<string, number>()
      for (const name of await namesIn(join(folder, ...place.split('/')))) {
        const key = `${place}${name.slice(0, -ending.length)}`
        if (!basename(name).startsWith('.') && name.endsWith(ending) && key.startsWith(prefix))
          found.set(key, (await stat(documentPath(folder, key))).size)
      }
      return found
    },
    uploadTo: async (key, what) => addresses.sign(key, what),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
