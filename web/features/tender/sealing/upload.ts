import { sha256Hex } from '../../../../domain/tender/envelope.ts'
import type { DocumentSeal } from '../../../../domain/tender/seal.ts'
import { sealChunk } from '../../../../domain/tender/seal.ts'
import type { Chunk, DocumentBinding } from '../../../../domain/tender/sealed-document.ts'
import { CHUNK_BYTES, chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { Uploads } from '../../../../functions/api/answers/tender-document.ts'
import type { ask } from '../../../api.ts'
import { Problem } from '../../../api.ts'

/** Why an upload waits. It goes on by itself: nothing that passes ends it. */
export type Held = 'interrupted' | 'signed out' | 'busy' | 'paused'

export interface Uploading {
  file: Blob
  /** SHA-256 of each of its parts when it was checked. */
  parts: readonly string[]
  seal: DocumentSeal
  binding: DocumentBinding
  /** Those that are there already, in their order: the upload goes on after them. */
  chunks: Chunk[]
  ask: typeof ask
  signal: AbortSignal
  onChunk(chunks: Chunk[]): void
  /** Why it waits; undefined once it goes on. */
  onHeld(held: Held | undefined): void
  /** Until it is worth another try. */
  pause(signal: AbortSignal): Promise<void>
}

/** What the file on the device is by now is not what was checked. */
const CHANGED = 'It has changed since it was attached. Remove it, and attach it again'

/**
 * Seals a document chunk by chunk and puts the ciphertext straight into the storage. What passes is waited out: the
 * chunk under way is sent again, those before it never. Only what was checked is sealed: no other bytes are ever encrypted with
 * the key and number of a part (AES-GCM must not meet one nonce twice). @returns every chunk, in order
 */
export async function upload({
  file,
  parts,
  seal,
  binding,
  ask,
  signal,
  onHeld,
  pause,
  ...rest
}: Uploading): Promise<Chunk[]> {
  const of = chunksOf(file.size)
  const chunks = [...rest.chunks]
  for (let index = chunks.length; index < of; index += 1) {
    const part = new Uint8Array(await file.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES).arrayBuffer())
    if ((await sha256Hex(part)) !== parts[index]) throw new Error(CHANGED)
    const { ciphertext, chunk } = await sealChunk(seal, part, binding, { index, of })
    await connected({ signal, onHeld, pause }, async () => {
      const { uploads } = await ask<Uploads>(`/api/cases/${binding.caseId}/tender-uploads`, {
        command: { body: { documentId: binding.documentId, chunks: [{ index, ...chunk }] }, once: crypto.randomUUID() },
      })
      for (const address of uploads) await put(address, ciphertext, signal)
    })
    chunks.push(chunk)
    rest.onChunk([...chunks])
  }
  return chunks
}

async function put(
  { stored, url, headers = {} }: Uploads['uploads'][number],
  body: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
) {
  if (stored || url === undefined) return
  const answer = await fetch(url, { method: 'PUT', headers, body, signal })
  await answer.text()
  // 412: it is there already, because the answer to the last attempt was lost.
  if (!answer.ok && answer.status !== 412) throw new Lost()
}

/** The storage could not be reached, or did not take it: another address is asked for. */
class Lost extends Error {}

/** Until it was sent. */
async function connected(
  { signal, onHeld, pause }: Pick<Uploading, 'signal' | 'onHeld' | 'pause'>,
  send: () => Promise<void>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send()
      if (attempt > 0) onHeld(undefined)
      return
    } catch (error) {
      signal.throwIfAborted()
      const held = heldBy(error)
      if (!held) throw error
      onHeld(held)
      await pause(signal)
    }
  }
}

/** What a failure is waited out as; undefined of one that stays. */
function heldBy(error: unknown): Held | undefined {
  if (error instanceof TypeError || error instanceof Lost) return 'interrupted'
  if (!(error instanceof Problem)) return undefined
  const { status, code } = error
  if (status === 401) return 'signed out'
  if (status === 429) return 'busy'
  if (code === 'CasePaused') return 'paused'
  return status === 0 || status >= 500 ? 'interrupted' : undefined
}
