import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * One form for numbers that the public knows, whoever copies them down (RFC 3797, section 4.1): those of a source in rising
 * order, without leading zeros, each with a point after it, and a slash after the source. `9 34 18` is `9.18.34./`.
 *
 * @param sources whole numbers separated by spaces or commas, source by source, in the order in which the sources were named
 * @throws RangeError where there is something that is no number
 */
export function keyOf(sources: readonly string[]): string {
  return sources
    .map((source) => {
      const numbers = source.trim().split(/[\s,]+/)
      const wrong = numbers.find((number) => !/^\d{1,40}$/.test(number))
      if (wrong !== undefined)
        throw new RangeError(`“${wrong}” is not a whole number. Copy the numbers, separated by spaces.`)
      const rising = numbers.map(BigInt).sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
      return `${rising.map((number) => `${number}.`).join('')}/`
    })
    .join('')
}

/** 32 bytes in hex. */
export const randomnessOfKey = (key: string): string => bytesToHex(sha256(utf8ToBytes(key)))
