import { Zip, ZipDeflate } from 'fflate'
import type { PackFile } from './files.ts'

/** The earliest date that a zip can hold: the same files are the same zip. */
const NO_DATE = new Date(1980, 0, 1)

/** The files as one zip, made as it is read: only one file of it is in memory at a time. */
export function zipped(files: AsyncIterable<PackFile>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const from = files[Symbol.asyncIterator]()
  const zip = new Zip()
  return new ReadableStream({
    start(controller) {
      zip.ondata = (error, chunk, last) => {
        if (error) controller.error(error)
        else {
          controller.enqueue(chunk)
          if (last) controller.close()
        }
      }
    },
    async pull() {
      const next = await from.next()
      if (next.done) return zip.end()
      const entry = new ZipDeflate(next.value.path, { level: 6 })
      entry.mtime = NO_DATE
      zip.add(entry)
      entry.push(next.value.bytes, true)
    },
  })
}
