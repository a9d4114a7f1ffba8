import { DocumentCheck, sizeFault } from '../../../../domain/tender/document-check.ts'
import type { DocumentType } from '../../../../domain/tender/document-type.ts'
import { sha256Hex } from '../../../../domain/tender/envelope.ts'
import { CHUNK_BYTES } from '../../../../domain/tender/sealed-document.ts'

export interface Checked {
  type: DocumentType
  bytes: number
  sha256: string
  /** SHA-256 of each part that is sealed as a chunk, as it was when it was checked. */
  parts: string[]
}

/** What a file is, or what is wrong with it: the same check as at the opening, before anything is sealed. */
export async function checkFile(file: Blob): Promise<Checked | { fault: string }> {
  const size = sizeFault(file.size)
  if (size !== undefined) return { fault: size }
  const check = new DocumentCheck()
  const parts: string[] = []
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const part = new Uint8Array(await file.slice(from, from + CHUNK_BYTES).arrayBuffer())
    check.take(part)
    parts.push(await sha256Hex(part))
  }
  const verdict = await check.verdict(file.stream())
  return 'fault' in verdict ? verdict : { ...verdict, bytes: check.bytes, sha256: check.digest(), parts }
}
