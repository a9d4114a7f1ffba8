import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

const LABEL = utf8ToBytes('redesign-panels/lot/1')

/**
 * A whole number from 0 to `count` − 1, each equally likely, that anybody recomputes: bits of
 * SHA-256(label ‖ seed ‖ public value ‖ try ‖ block), as many as `count` − 1 has; a number that is too large is thrown
 * away and the next try made (rejection sampling), because a remainder would favour the small numbers.
 *
 * @param seed 32 bytes in hex: the randomness of a draw, or what was promised before anybody voted
 * @param publicValue 32 bytes in hex: the commitment of the draw, or the digest of the votes
 */
export function drawNumber(seed: string, publicValue: string, count: bigint): bigint {
  if (count < 1n) throw new RangeError('There is nothing to draw from.')
  const bits = (count - 1n).toString(2).length
  for (let attempt = 0; ; attempt += 1) {
    const number = randomBits(seed, publicValue, attempt, bits)
    if (number < count) return number
  }
}

/** One of the candidates, each equally likely. @param candidates in an order fixed before the seed was revealed */
export function drawOne(candidates: readonly string[], seed: string, publicValue: string): string {
  const drawn = candidates[Number(drawNumber(seed, publicValue, BigInt(candidates.length)))]
  if (drawn === undefined) throw new RangeError('There is nobody to draw from.')
  return drawn
}

function randomBits(seed: string, publicValue: string, attempt: number, bits: number): bigint {
  const blocks = Array.from({ length: Math.ceil(bits / 256) }, (_, block) =>
    sha256(concatBytes(LABEL, hexToBytes(seed), hexToBytes(publicValue), fourBytes(attempt), fourBytes(block))),
  )
  return BigInt(`0x${bytesToHex(concatBytes(...blocks))}`) >> BigInt(blocks.length * 256 - bits)
}

const fourBytes = (number: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, number)
  return bytes
}
