import type { DocumentType } from '../../../../domain/tender/document.ts'
import { MOST_DOCUMENT_BYTES } from '../../../../domain/tender/document.ts'
import { DocumentCheck } from '../../../../domain/tender/document-check.ts'

const PART_BYTES = 4 * 1024 * 1024

export type Checked = { type: DocumentType; bytes: number; sha256: string }

/** What a file is, or what is wrong with it: the same check as at the opening, before anything is sealed. */
export async function checkFile(file: Blob): Promise<Checked | { fault: string }> {
  const check = new DocumentCheck()
  // A file that is too large is not read through to be told so.
  const end = Math.min(file.size, MOST_DOCUMENT_BYTES + 1)
  for (let from = 0; from < end; from += PART_BYTES)
    check.take(new Uint8Array(await file.slice(from, Math.min(end, from + PART_BYTES)).arrayBuffer()))
  const verdict = await check.verdict(file.stream())
  return 'fault' in verdict ? verdict : { ...verdict, bytes: check.bytes, sha256: check.digest() }
}
