import { DocumentCheck, sizeFault } from '../../../../domain/tender/document-check.ts'
import { type DocumentType, nameFault } from '../../../../domain/tender/document-type.ts'
import { sha256Hex } from '../../../../domain/tender/envelope.ts'
import { CHUNK_BYTES } from '../../../../domain/tender/sealed-document.ts'

export type Checked = { type: DocumentType; bytes: number; sha256: string }

/** The same, and the SHA-256 of each part that is sealed as a chunk: what is sealed is what was checked. */
export type CheckedInParts = Checked & { parts: string[] }

/** What a file is, or what is wrong with it: the same check as at the opening, before anything is sent; and its name says what it is. */
export async function checkFile(
  file: File,
  onPart?: (part: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<Checked | { fault: string }> {
  const size = sizeFault(file.size)
  if (size !== undefined) return { fault: size }
  const check = new DocumentCheck()
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const part = new Uint8Array(await file.slice(from, from + CHUNK_BYTES).arrayBuffer())
    check.take(part)
    await onPart?.(part)
  }
  const verdict = await check.verdict((from) => file.slice(from).stream())
  if ('fault' in verdict) return verdict
  const misnamed = nameFault(file.name, verdict.type)
  if (misnamed !== undefined) return { fault: misnamed }
  return { ...verdict, bytes: check.bytes, sha256: check.digest() }
}

export async function checkInParts(file: File): Promise<CheckedInParts | { fault: string }> {
  const parts: string[] = []
  const checked = await checkFile(file, async (part) => {
    parts.push(await sha256Hex(part))
  })
  return 'fault' in checked ? checked : { ...checked, parts }
}
