import { expect, test } from 'vitest'
import * as z from 'zod'
import { nounIn, textOf } from '../../../functions/store/nouns.ts'

const votes = z.object({ votes: z.record(z.string(), z.object({ at: z.string(), for: z.boolean() })) })
const cast = { votes: { 'person-07': { for: true, at: '2026-02-02' }, 'person-03': { for: false, at: '2026-02-01' } } }

test('a noun is read as it was written, in key order: it does not tell who voted first', () => {
  const read = nounIn(votes, { pk: 'CASE#c1', sk: 'NOW#appraisal', body: textOf(cast) })
  expect(read).toEqual(cast)
  expect(Object.keys(read.votes)).toEqual(['person-03', 'person-07'])
  expect(Object.keys(read.votes['person-03'] ?? {})).toEqual(['at', 'for'])
})

test('a noun that is a list stays one, in its own order', () => {
  const list = z.array(z.object({ id: z.number(), at: z.string() }))
  const read = nounIn(list, {
    body: textOf([
      { id: 2, at: 'b' },
      { id: 1, at: 'a' },
    ]),
  })
  expect(read.map(({ id }) => id)).toEqual([2, 1])
})

test('what was written before nouns were texts is read as the map it is', () => {
  expect(nounIn(votes, { body: cast })).toEqual(cast)
})

test('a text that is no such noun is refused, not passed on', () => {
  expect(() => nounIn(votes, { body: '{"votes":{"person-03":{}}}' })).toThrow(z.ZodError)
})
