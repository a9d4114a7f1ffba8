import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { entriesOf, indexOf } from './certificate.ts'
import type { Terms } from './terms.ts'

/** The panel that the round which the terms named first draws, whatever was drawn. */
export interface DrawnByRound {
  round: number
  index: number
  /** Entries. */
  panel: string[]
}

/**
 * @param commitment to the terms
 * @param signature of the round, in hex, found to be genuine before: the record takes no other
 * @returns undefined where the terms named no round
 */
export function panelOfRound(terms: Terms, commitment: string, signature: string): DrawnByRound | undefined {
  const { source } = terms
  if (source.kind !== 'drand-quicknet') return undefined
  const randomness = bytesToHex(sha256(hexToBytes(signature)))
  const index = indexOf(randomness, commitment, terms.panels.length)
  return { round: source.round, index, panel: entriesOf(terms, index) }
}
