import type { DocumentSeal } from '../../../../domain/tender/seal.ts'
import { sealChunk } from '../../../../domain/tender/seal.ts'
import type { Chunk, DocumentBinding } from '../../../../domain/tender/sealed-document.ts'
import { CHUNK_BYTES, chunksOf } from '../../../../domain/tender/sealed-document.ts'
import type { ask } from '../../../api.ts'
import { Problem } from '../../../api.ts'

interface Address {
  index: number
  stored: boolean
  url?: string
  headers?: Record<string, string>
}

export interface Uploading {
  file: Blob
  seal: DocumentSeal
  binding: DocumentBinding
  /** Those that are there already, in their order: the upload goes on after them. */
  chunks: Chunk[]
  ask: typeof ask
  signal: AbortSignal
  onChunk(chunks: Chunk[]): void
  onConnection(state: 'lost' | 'back'): void
}

/**
 * Seals a document chunk by chunk and puts the ciphertext straight into the storage. A lost connection is waited out: the
 * chunk under way is sent again, those before it never. @returns every chunk, in order
 */
export async function upload({ file, seal, binding, ask, signal, onConnection, ...rest }: Uploading): Promise<Chunk[]> {
  const of = chunksOf(file.size)
  const chunks = [...rest.chunks]
  for (let index = chunks.length; index < of; index += 1) {
    const part = await file.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES).arrayBuffer()
    const { ciphertext, chunk } = await sealChunk(seal, new Uint8Array(part), binding, { index, of })
    await connected(signal, onConnection, async () => {
      const { uploads } = await ask<{ uploads: Address[] }>(`/api/cases/${binding.caseId}/tender-uploads`, {
        command: { body: { documentId: binding.documentId, chunks: [{ index, ...chunk }] }, once: crypto.randomUUID() },
      })
      for (const address of uploads) await put(address, ciphertext, signal)
    })
    chunks.push(chunk)
    rest.onChunk([...chunks])
  }
  return chunks
}

async function put({ stored, url, headers = {} }: Address, body: Uint8Array<ArrayBuffer>, signal: AbortSignal) {
  if (stored || url === undefined) return
  const answer = await fetch(url, { method: 'PUT', headers, body, signal })
  await answer.text()
  // 412: it is there already, because the answer to the last attempt was lost.
  if (!answer.ok && answer.status !== 412) throw new Lost()
}

/** The storage could not be reached, or did not take it: another address is asked for. */
class Lost extends Error {}

/** Until the connection is back: told so by the browser, or every few seconds. */
async function connected(
  signal: AbortSignal,
  onConnection: Uploading['onConnection'],
  send: () => Promise<void>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await send()
      if (attempt > 0) onConnection('back')
      return
    } catch (error) {
      signal.throwIfAborted()
      const passing =
        error instanceof TypeError || error instanceof Lost || (error instanceof Problem && isPassing(error))
      if (!passing) throw error
      onConnection('lost')
      await whenOnline(signal)
    }
  }
}

const isPassing = ({ status }: Problem) => status === 0 || status >= 500

function whenOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, 3_000)
    addEventListener('online', go)
    signal.addEventListener('abort', go)
  })
}
