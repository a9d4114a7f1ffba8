import { DocumentCheck, sizeFault } from '../../../../domain/tender/document-check.ts'
import type { DocumentType } from '../../../../domain/tender/document-type.ts'

const PART_BYTES = 4 * 1024 * 1024

export type Checked = { type: DocumentType; bytes: number; sha256: string }

/** What a file is, or what is wrong with it: the same check as at the opening, before anything is sealed. */
export async function checkFile(file: Blob): Promise<Checked | { fault: string }> {
  const size = sizeFault(file.size)
  if (size !== undefined) return { fault: size }
  const check = new DocumentCheck()
  for (let from = 0; from < file.size; from += PART_BYTES)
    check.take(new Uint8Array(await file.slice(from, from + PART_BYTES).arrayBuffer()))
  const verdict = await check.verdict(file.stream())
  return 'fault' in verdict ? verdict : { ...verdict, bytes: check.bytes, sha256: check.digest() }
}
