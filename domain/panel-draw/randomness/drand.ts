import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

import { QUICKNET } from './quicknet.ts'

/** RFC 9380, as the scheme bls-unchained-g1-rfc9380 has it. */
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

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
