import { Inflate } from 'fflate'
import { layoutOf, type Packed } from './zip-layout.ts'

/** More than the pack of any case has, by far: 20 tenders, 12 criteria and 9 members make a few megabytes. */
const MOST = { bytes: 200_000_000, files: 5_000 }
/** So much is unpacked at a time; none makes more than a thousand times as much. */
const SLICE = 16_384

/**
 * The files of an archive, by name. Its layout, their number and their lengths are looked at before anything is unpacked, and none
 * unpacks to more than the directory says: who hands over a small file cannot make it a large one here.
 */
export function unpacked(archive: Uint8Array): { files: Record<string, Uint8Array> } | { problems: string[] } {
  const { problems, files } = layoutOf(archive)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (problems.length > 0)
    return { problems: problems.map((problem) => `the archive is not as it was made: ${problem}`) }
  if (bytes > MOST.bytes || files.length > MOST.files)
    return {
      problems: [
        `it says that it unpacks to ${bytes} bytes (files: ${files.length}), and no pack has more than ${MOST.bytes} (files: ${MOST.files}): it was not unpacked`,
      ],
    }
  const found: Record<string, Uint8Array> = {}
  for (const file of files) {
    const whole = file.stored ? file.packed : inflated(file)
    if (whole?.length !== file.bytes)
      return { problems: [`it is not a whole zip (${file.path} does not unpack to what its list of files says)`] }
    found[file.path] = whole
  }
  return { files: found }
}

function inflated({ packed, bytes }: Packed): Uint8Array | undefined {
  const whole = new Uint8Array(bytes)
  let length = 0
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > bytes) throw new Error('longer than it says')
    whole.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let from = 0; from < packed.length; from += SLICE)
      inflate.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length)
  } catch {
    return undefined
  }
  return length === bytes ? whole : undefined
}
