import { expect, test } from 'vitest'
import { VerifiedTokens } from '../../../functions/api/verified-tokens.ts'

const minutes = (count: number) => count * 60_000

/** A clock that stands, and how often a token was verified. */
function verifier({ exp }: { exp?: number } = { exp: 60 * 60 }) {
  const at = { now: 0, times: 0, trusted: true }
  const tokens = new VerifiedTokens(() => at.now)
  const verify = async () => {
    at.times += 1
    if (!at.trusted) throw new Error('This signature is not true.')
    return { payload: { username: 'person-07', ...(exp !== undefined && { exp }) } }
  }
  return { at, ask: (token = 'a.b.c') => tokens.payloadOf(token, verify) }
}

test('a token is verified once, and again after five minutes', async () => {
  const { at, ask } = verifier()
  await ask()
  at.now = minutes(5) - 1
  expect((await ask())['username']).toBe('person-07')
  expect(at.times).toBe(1)
  at.now = minutes(5)
  at.trusted = false
  await expect(ask()).rejects.toThrow('not true')
})

test('one that expires meanwhile, or never says when, is verified again', async () => {
  const { at, ask } = verifier({ exp: 90 })
  await ask()
  at.now = 90_000
  at.trusted = false
  await expect(ask()).rejects.toThrow()
  const endless = verifier({})
  await endless.ask()
  await endless.ask()
  expect(endless.at.times).toBe(2)
})

test('a token that was refused is not known, nor is another because of one that is', async () => {
  const { at, ask } = verifier()
  await ask('a.b.c')
  at.trusted = false
  await expect(ask('a.b.d')).rejects.toThrow()
  await expect(ask('a.b.d')).rejects.toThrow()
  expect((await ask('a.b.c'))['username']).toBe('person-07')
})

test('of a great many the oldest are forgotten', async () => {
  const { at, ask } = verifier()
  for (let number = 0; number <= 1_000; number += 1) await ask(String(number))
  await ask('1000')
  expect(at.times).toBe(1_001)
  await ask('0')
  expect(at.times).toBe(1_002)
})
