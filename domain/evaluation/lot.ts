import { bytesToHex } from '@noble/hashes/utils.js'
import { combined } from '../panel-draw/randomness/commit-reveal.ts'
import { digest } from '../record/chain.ts'
import { fromBase64, SALT_BYTES } from '../tender/envelope.ts'

/**
 * The bidder's number for the lot: the random bytes with which its own client began the price envelope. The receipt's hash
 * covers them, so it was fixed by the tender's deadline, and it is sealed from everybody until the prices are opened.
 *
 * @param plaintext what was in the envelope, in base64
 * @returns 32 bytes in hex
 */
export const numberIn = (plaintext: string): string => bytesToHex(fromBase64(plaintext).subarray(0, SALT_BYTES))

/**
 * What the lot is drawn from (requirements §6): every bidder's number together, also those of tenders that are excluded
 * afterwards, so that nothing that is decided once the prices are known changes it. Nobody who does not know all the
 * numbers knows it, and none of them can be withheld: the opening reveals them (decision 32).
 *
 * @returns 32 bytes in hex
 */
export const lotSeed = (numbers: readonly { organisationId: string; number: string }[]): string =>
  combined(
    numbers
      .map(({ organisationId, number }) => ({ by: organisationId, number }))
      .sort((one, other) => (one.by < other.by ? -1 : 1)),
  )

/** A tender's lot: of those that are equal the smallest comes first. Anybody can draw it again. */
export const lot = (seed: string, organisationId: string): string => digest([seed, organisationId])
