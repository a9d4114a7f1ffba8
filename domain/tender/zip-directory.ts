/** One file in a zip archive, as the archive's directory tells of it. */
export interface Packed {
  name: string
  encrypted: boolean
  /** Where it begins in the archive, with a header of its own, and how long it is there. */
  from: number
  bytes: number
  /** Whether it stands there as it is, and is not compressed. */
  stored: boolean
}

/** The directory is at the end. That of an Office document has some hundred lines: what is longer is none. */
const MOST_DIRECTORY_BYTES = 2_000_000

/** How the last record, an entry of the directory and the header of a file begin, and how long each is at least (PKWARE APPNOTE 6.3.10: 4.3.16, 4.3.12 and 4.3.7). */
export const END = { signature: 0x06054b50, bytes: 22 }
export const ENTRY = { signature: 0x02014b50, bytes: 46 }
export const HEADER = { signature: 0x04034b50, bytes: 30 }

/** The directory of a zip archive, from its last bytes: it is handed over part by part, and no more than those are held. */
export class ZipDirectory {
  #tail = new Uint8Array()
  #bytes = 0

  take(part: Uint8Array): void {
    this.#bytes += part.length
    const kept = this.#tail.subarray(Math.max(0, this.#tail.length + part.length - MOST_DIRECTORY_BYTES))
    const tail = new Uint8Array(Math.min(kept.length + part.length, MOST_DIRECTORY_BYTES))
    tail.set(kept)
    tail.set(part.subarray(Math.max(0, part.length - MOST_DIRECTORY_BYTES)), kept.length)
    this.#tail = tail
  }

  /** What the archive holds; undefined where its end is missing or does not fit the rest: it was cut off or damaged. */
  entries(): Packed[] | undefined {
    const view = viewOf(this.#tail)
    const end = endOf(view)
    if (end === undefined) return undefined
    const [count, length, from] = [
      view.getUint16(end + 10, true),
      view.getUint32(end + 12, true),
      view.getUint32(end + 16, true),
    ]
    const before = this.#bytes - this.#tail.length
    if (from + length !== before + end || from < before) return undefined
    const entries: Packed[] = []
    let at = from - before
    while (at + ENTRY.bytes <= end && view.getUint32(at, true) === ENTRY.signature) {
      const name = at + ENTRY.bytes
      const [named, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
        number,
        number,
        number,
      ]
      entries.push({
        name: utf8.decode(this.#tail.subarray(name, name + named)),
        // Bit 0: encrypted; bit 6: strongly (4.4.4).
        encrypted: (view.getUint16(at + 8, true) & 0x41) !== 0,
        stored: view.getUint16(at + 10, true) === 0,
        bytes: view.getUint32(at + 20, true),
        from: view.getUint32(at + 42, true),
      })
      at = name + named + extra + comment
    }
    return at === end && entries.length === count ? entries : undefined
  }
}

/** The last record, which a comment may follow: it says how long that is. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - END.bytes; at >= 0 && at >= view.byteLength - END.bytes - 0xffff; at -= 1)
    if (
      view.getUint32(at, true) === END.signature &&
      at + END.bytes + view.getUint16(at + 20, true) === view.byteLength
    )
      return at
  return undefined
}

/** How many bytes are read of one file in an archive, compressed and unpacked. */
const MOST_READ = 4_000_000

/**
 * What one file in an archive says, a character for each byte; undefined where it cannot be unpacked, or is too long.
 * @param content the archive from a place on
 */
export async function readPacked(
  { from, bytes, stored }: Packed,
  content: (from: number) => ReadableStream<Uint8Array>,
): Promise<string | undefined> {
  if (bytes > MOST_READ) return undefined
  const found = await firstBytes(content(from), HEADER.bytes + 2 * 0xffff + bytes)
  if (found.length < HEADER.bytes) return undefined
  const view = viewOf(found)
  const begins = HEADER.bytes + view.getUint16(26, true) + view.getUint16(28, true)
  if (view.getUint32(0, true) !== HEADER.signature || found.length < begins + bytes) return undefined
  const packed = found.slice(begins, begins + bytes)
  if (stored) return latin1.decode(packed)
  try {
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const text = await firstBytes(unpacked, MOST_READ + 1)
    return text.length > MOST_READ ? undefined : latin1.decode(text)
  } catch {
    return undefined
  }
}

/** The first bytes of a stream: as many as there are, up to `most`. */
async function firstBytes(content: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const found = new Uint8Array(most)
  let length = 0
  const reader = content.getReader()
  while (length < most) {
    const { done, value } = await reader.read()
    if (done) return found.slice(0, length)
    const part = value.subarray(0, most - length)
    found.set(part, length)
    length += part.length
  }
  await reader.cancel()
  return found
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
const utf8 = new TextDecoder()
const latin1 = new TextDecoder('latin1')
