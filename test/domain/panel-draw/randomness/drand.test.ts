import { describe, expect, test } from 'vitest'
import { randomnessOfRound } from '../../../../domain/panel-draw/randomness/drand.ts'
import { firstRoundFrom, QUICKNET, roundAt, timeOfRound } from '../../../../domain/panel-draw/randomness/quicknet.ts'

/** Two beacons of the real network. */
const beacons = [
  {
    round: 123,
    signature: 'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92',
    randomness: 'fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc',
  },
  {
    round: 1000,
    signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  },
]

describe('drand quicknet (requirements §5)', () => {
  test.each(beacons)('the signature of round $round is the network’s', ({ round, signature, randomness }) => {
    expect(randomnessOfRound(round, signature)).toBe(randomness)
  })

  test('a signature of another round, one with a bit changed, and rubbish are not', () => {
    const [one, other] = beacons
    if (!one || !other) throw new Error('There are two beacons.')
    expect(randomnessOfRound(other.round, one.signature)).toBeUndefined()
    for (const at of [0, 1, 40, 95]) {
      const digit = (Number.parseInt(one.signature[at] ?? '0', 16) ^ 1).toString(16)
      const changed = `${one.signature.slice(0, at)}${digit}${one.signature.slice(at + 1)}`
      expect(randomnessOfRound(one.round, changed)).toBeUndefined()
    }
    for (const rubbish of ['', 'zz', '00'.repeat(48), `c0${'00'.repeat(47)}`])
      expect(randomnessOfRound(one.round, rubbish)).toBeUndefined()
  })

  test.each([
    ['2026-04-20T00:00:00Z', 27_946_612],
    ['2026-04-20T12:30:45Z', 27_961_627],
  ])('at %s the round is %i', (time, round) => {
    expect(roundAt(time)).toBe(round)
    expect(Date.parse(timeOfRound(round))).toBeLessThanOrEqual(Date.parse(time))
    expect(Date.parse(timeOfRound(round + 1))).toBeGreaterThan(Date.parse(time))
  })

  test('the first round from an instant is never before it', () => {
    const genesis = new Date(QUICKNET.genesisTime * 1_000).toISOString()
    expect(firstRoundFrom(genesis)).toBe(1)
    for (let second = 0; second < 7; second += 1) {
      const instant = new Date((QUICKNET.genesisTime + 300 + second) * 1_000).toISOString()
      const first = firstRoundFrom(instant)
      expect(Date.parse(timeOfRound(first))).toBeGreaterThanOrEqual(Date.parse(instant))
      expect(Date.parse(timeOfRound(first - 1))).toBeLessThan(Date.parse(instant))
    }
  })
})
