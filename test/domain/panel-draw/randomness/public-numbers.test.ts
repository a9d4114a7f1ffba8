import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { keyOf, randomnessOfKey } from '../../../../domain/panel-draw/randomness/public-numbers.ts'

/** RFC 3797, section 5: its sources, its key, and whom it selects of 25. */
const rfc = {
  sources: ['9319', '2 5 12 8 10', '9 18 26 34 41 45'],
  key: '9319./2.5.8.10.12./9.18.26.34.41.45./',
  selected: [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4],
}

/** The selection of the RFC itself (MD5, remainder), to show that its key is ours. We draw without its bias. */
function selectAsTheRfc(key: string, names: number, count: number): number[] {
  const left = Array.from({ length: names }, (_, at) => at + 1)
  return Array.from({ length: count }, (_, at) => {
    const number = Buffer.from([at >> 8, at & 255])
    const hash = createHash('md5').update(number).update(key).update(number).digest('hex')
    return left.splice(Number(BigInt(`0x${hash}`) % BigInt(left.length)), 1)[0] ?? 0
  })
}

describe('public numbers (RFC 3797)', () => {
  test('have the key of the RFC’s own example, which selects whom it says', () => {
    expect(keyOf(rfc.sources)).toBe(rfc.key)
    expect(selectAsTheRfc(keyOf(rfc.sources), 25, rfc.selected.length)).toEqual(rfc.selected)
  })

  test('have the same key however they are copied down', () => {
    expect(keyOf([' 09319', '12,10, 8  5 002', '45 41 34 26 18 9'])).toBe(rfc.key)
    expect(keyOf(['1 10 2'])).toBe('1.2.10./')
  })

  test('have another key where a number is another, or moves to another source', () => {
    const keys = [
      ['9318', ...rfc.sources.slice(1)],
      ['9319 2', '5 12 8 10', rfc.sources[2] ?? ''],
      [...rfc.sources].reverse(),
    ]
    for (const sources of keys) expect(keyOf(sources)).not.toBe(rfc.key)
    expect(randomnessOfKey(rfc.key)).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each(['', '12 x', '1.5', '-3'])('“%s” is refused: it is no whole numbers', (source) => {
    expect(() => keyOf([source])).toThrow(RangeError)
  })
})
