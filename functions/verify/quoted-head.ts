import type { QuotedHead } from '../../domain/record/chain.ts'

/** A head as receipts, letters and reports quote it: `SEQUENCE:HASH`, or the hash alone. Undefined where it is neither. */
export function quotedHead(said: string): QuotedHead | undefined {
  const [, sequence, hash] =
    said
      .trim()
      .toLowerCase()
      .match(/^(?:(\d+):)?([0-9a-f]{64})$/) ?? []
  if (hash === undefined) return undefined
  return { hash, ...(sequence !== undefined && { sequence: Number(sequence) }) }
}
