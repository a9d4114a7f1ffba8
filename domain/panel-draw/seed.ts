import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import * as z from '../zod.ts'

/**
 * A secret number that decides a draw, promised before anybody knows what it will be used on: its SHA-256 is on the record
 * when nominations open (and, for the next draw, when the last one is revealed); the seed itself is kept by the service
 * under its name and revealed with the draw.
 */
export const seedCommitmentSchema = z.object({
  /** Which secret it is; says nothing about its value. */
  name: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** SHA-256 of the seed's 32 bytes, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SeedCommitment = z.infer<typeof seedCommitmentSchema>

/** @param seed 32 bytes in hex */
export const commitTo = (name: string, seed: string): SeedCommitment => ({
  name,
  hash: bytesToHex(sha256(hexToBytes(seed))),
})
