import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Documents } from '../../functions/runtime/deps.ts'
import { writeAtomically } from '../atomic-file.ts'
import { documentPath, orNotFound, readDocument } from './document-path.ts'
import { asS3Takes } from './parts.ts'

/** Documents as files; a document is there whole or not at all. */
export function folderDocuments(folder: string): Documents {
  return {
    put: async (name, bytes) => writeAtomically(documentPath(folder, name), bytes),
    putSupplied: async (name, bytes) => writeAtomically(documentPath(folder, name), bytes),
    removeSupplied: async (name) => rm(documentPath(folder, name), { force: true }),
    get: async (name) => readDocument(folder, name),
    async putParts(name, parts) {
      const path = documentPath(folder, name)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = join(dirname(path), `.${randomUUID()}`)
      try {
        await using file = await open(unfinished, 'wx')
        // `appendFile` goes on until all of a part is written, where a single write may take less than it is given.
        for await (const part of asS3Takes(parts)) await file.appendFile(part)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await rename(unfinished, path)
    },
    async getRange(name, { from, bytes }) {
      await using file = await orNotFound(open(documentPath(folder, name)))
      const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, from)
      return buffer.subarray(0, bytesRead)
    },
  }
}
