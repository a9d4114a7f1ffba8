import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/** drand quicknet: the League of Entropy's beacon; a round every 3 seconds. Its key is pinned here and never fetched. */
export const QUICKNET = {
  hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  periodSeconds: 3,
  genesisTime: 1_692_803_367,
} as const

/** RFC 9380, as the scheme bls-unchained-g1-rfc9380 has it. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

/** The last round that has been published at an instant; round 1 is the first. */
export const roundAt = (instant: string): number =>
  Math.floor((Date.parse(instant) / 1_000 - QUICKNET.genesisTime) / QUICKNET.periodSeconds) + 1

/** When a round is published. */
export const timeOfRound = (round: number): string =>
  new Date((QUICKNET.genesisTime + (round - 1) * QUICKNET.periodSeconds) * 1_000).toISOString()

/** The first round that is published at an instant or after it. */
export function firstRoundFrom(instant: string): number {
  const round = roundAt(instant)
  return Date.parse(timeOfRound(round)) >= Date.parse(instant) ? round : round + 1
}

/**
 * The randomness of a round, if the signature is the network's for that round: BLS12-381, on G1, of the round as 8 bytes.
 *
 * @param signature 48 bytes in hex
 * @returns 32 bytes in hex: SHA-256 of the signature; undefined where it is not genuine
 */
export function randomnessOfRound(round: number, signature: string): string | undefined {
  const { shortSignatures, G2 } = bls12_381
  const number = new Uint8Array(8)
  new DataView(number.buffer).setBigUint64(0, BigInt(round))
  try {
    const message = shortSignatures.hash(sha256(number), DOMAIN)
    const key = G2.Point.fromHex(QUICKNET.publicKey)
    const genuine = shortSignatures.verify(shortSignatures.Signature.fromHex(signature), message, key)
    return genuine ? bytesToHex(sha256(hexToBytes(signature))) : undefined
  } catch {
    return undefined // not a point of the curve
  }
}
