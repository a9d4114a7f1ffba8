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

/** What the numbers of a source look like; each is drawn once. Named with the source, so that nobody can enter others. */
export interface Shape {
  count: number
  lowest: number
  highest: number
}

/** Numbers in the one way in which a certificate writes them. @throws RangeError where there is something that is no number */
export const written = (source: string): string => keyOf([source]).slice(0, -'./'.length).replaceAll('.', ' ')

/** What is wrong with the numbers of a source: with how many they are, or how large. */
export function misshapen(source: string, { count, lowest, highest }: Shape): string | undefined {
  const numbers = written(source).split(' ').map(BigInt)
  const asked = `${count} different whole ${count === 1 ? 'number' : 'numbers'} from ${lowest} to ${highest}`
  const fits = numbers.every((number) => number >= lowest && number <= highest)
  return fits && numbers.length === count && new Set(numbers).size === count
    ? undefined
    : `“${source.trim()}” is not what was named when the draw was committed to: ${asked}`
}

/** 32 bytes in hex. */
export const randomnessOfKey = (key: string): string => bytesToHex(sha256(utf8ToBytes(key)))
