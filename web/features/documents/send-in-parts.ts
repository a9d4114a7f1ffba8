import type { useSession } from '../session/session.tsx'

/** What one request of an upload carries; the service takes no more. */
const PART_BYTES = 2 * 1024 * 1024

/** A file on its way: what of it has arrived is not sent again. */
export interface Upload {
  file: File
  documentId: string
  /** How many of its parts have arrived. */
  parts: number
}

/** @param onSent hears how much of it has arrived, in per cent, from the moment on that it is under way */
export async function sendInParts(
  ask: ReturnType<typeof useSession>['ask'],
  path: string,
  going: Upload,
  onSent: (percent: number) => void,
): Promise<void> {
  const { file, documentId } = going
  const arrived = () =>
    onSent(Math.round((Math.min(file.size, going.parts * PART_BYTES) / Math.max(file.size, 1)) * 100))
  for (; going.parts * PART_BYTES < file.size; going.parts += 1) {
    arrived()
    const from = going.parts * PART_BYTES
    const bytes = new Uint8Array(await file.slice(from, from + PART_BYTES).arrayBuffer())
    const body = { documentId, part: going.parts, content: base64(bytes) }
    await ask(path, { command: { body, once: crypto.randomUUID() } })
  }
  arrived()
}

/** In small pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += 32_768)
    binary += String.fromCharCode(...bytes.subarray(from, from + 32_768))
  return btoa(binary)
}
