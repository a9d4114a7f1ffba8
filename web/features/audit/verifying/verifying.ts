import type { QuotedHead } from '../../../../domain/record/chain.ts'
import type { Verified } from '../../../../functions/verify/verify.ts'

export interface Asked {
  bytes: Uint8Array
  head: QuotedHead | undefined
  /** The record of the register, where somebody has it: then the checks for conflicts are made again. */
  register: { name: string; bytes: Uint8Array } | undefined
}

/** What the worker says: how far it is, and at the end what it found. */
export type Told = { parts: number; of: number } | { verified: Finding }

/** What was found of a file, without the case that its record makes. */
export type Finding = Omit<Verified, 'state'> & {
  /** Which file could not be used, where it is not the one to check. */
  unusable?: string
}

/** Verifies one file in a thread of its own, which ends with it. @param onPart parts of a pack that were made again, so far */
export function verifying(asked: Asked, onPart: (parts: number, of: number) => void): Promise<Finding> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Finding>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Told>) =>
      'verified' in data ? resolve(data.verified) : onPart(data.parts, data.of)
    // It could not be fetched, or broke on the file: the event says no more than that.
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(asked, [asked.bytes.buffer, ...(asked.register ? [asked.register.bytes.buffer] : [])])
  }).finally(() => worker.terminate())
}
