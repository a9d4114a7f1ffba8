import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { drawNumber, drawOne } from '../../../domain/panel-draw/lot.ts'
import { digest } from '../../../domain/record/chain.ts'

const seed = digest('a seed')
const publicValue = digest('the last event')

/** The same, written again from the description, with the runtime's own SHA-256. */
function recomputed(count: bigint): bigint {
  const bits = count === 1n ? 1 : (count - 1n).toString(2).length
  for (let attempt = 0; ; attempt += 1) {
    const text = Array.from({ length: Math.ceil(bits / 256) }, (_, block) => {
      const hash = createHash('sha256').update('redesign-panels/lot/1').update(Buffer.from(seed, 'hex'))
      const numbers = Buffer.alloc(8)
      numbers.writeUInt32BE(attempt, 0)
      numbers.writeUInt32BE(block, 4)
      return hash.update(Buffer.from(publicValue, 'hex')).update(numbers).digest('hex')
    }).join('')
    const number = BigInt(
      `0b${BigInt(`0x1${text}`)
        .toString(2)
        .slice(1, 1 + bits)}`,
    )
    if (number < count) return number
  }
}

describe('the lot (requirements §5: without bias)', () => {
  test.each([1n, 2n, 3n, 7n, 1_000n, 2n ** 64n - 59n, 2n ** 256n, 2n ** 256n + 1n, 3n ** 400n])(
    'anybody recomputes the number below %s',
    (count) => {
      const number = drawNumber(seed, publicValue, count)
      expect(number).toBe(recomputed(count))
      expect(number >= 0n && number < count).toBe(true)
    },
  )

  test('gives every number its share: of 30,000 lots below 6, each within four deviations of 5,000', () => {
    const drawn = new Array<number>(6).fill(0)
    for (let lot = 0; lot < 30_000; lot += 1) {
      const number = Number(drawNumber(digest(lot), publicValue, 6n))
      drawn[number] = (drawn[number] ?? 0) + 1
    }
    const deviation = Math.sqrt(30_000 * (1 / 6) * (5 / 6))
    for (const times of drawn) expect(Math.abs(times - 5_000)).toBeLessThan(4 * deviation)
  })

  test('another seed or another public value is another lot', () => {
    const count = 2n ** 128n
    const number = drawNumber(seed, publicValue, count)
    expect(drawNumber(publicValue, seed, count)).not.toBe(number)
    expect(drawNumber(seed, digest('another last event'), count)).not.toBe(number)
  })

  test('draws one of the candidates, and refuses to draw from nobody', () => {
    expect(['ann', 'bob']).toContain(drawOne(['ann', 'bob'], seed, publicValue))
    expect(() => drawOne([], seed, publicValue)).toThrow(RangeError)
  })
})
