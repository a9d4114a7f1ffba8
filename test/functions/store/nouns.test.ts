import { expect, test } from 'vitest'
import * as z from 'zod'
import { type Appraisal, appraisalSchema } from '../../../domain/appraisal/appraisal.ts'
import { asWritten, nounIn } from '../../../functions/store/nouns.ts'
import { earlier, shapes } from '../../../functions/store/shapes.ts'

const ballot = { option: 'proceed', reasons: 'It helps.', at: '2026-02-02T09:00:00.000Z' }
const appraisal: Appraisal = {
  vote: {
    ballots: { 'person-07': ballot, 'person-03': ballot },
    options: ['proceed', 'return', 'decline'],
    round: 1,
    rounds: [],
    status: 'open',
  },
  answers: {},
  round: 1,
  status: 'open',
}

test('a noun is read as it was written, in key order: it does not tell who voted first', () => {
  const read = nounIn('appraisal', asWritten('appraisal', appraisal))
  expect(read).toEqual(appraisal)
  expect(read.vote?.status === 'open' && Object.keys(read.vote.ballots)).toEqual(['person-03', 'person-07'])
  expect(Object.keys(read)).toEqual(['status', 'round', 'answers', 'vote'])
})

test('a noun that is a list stays one, in its own order', () => {
  const { at } = ballot
  const challenges = [2, 1].map((id) => ({ id, practiceId: 'p1', text: 'Late', at, dueAt: at }))
  expect(nounIn('challenges', asWritten('challenges', challenges)).map(({ id }) => id)).toEqual([2, 1])
})

test('what its schema does not know is not written, and what does not fit is refused', () => {
  expect(asWritten('appraisal', { ...appraisal, seen: true })).toEqual(asWritten('appraisal', appraisal))
  expect(() => asWritten('appraisal', { ...appraisal, round: 0 })).toThrow(z.ZodError)
})

test('what was written in the shape of now is taken as it is; in an earlier one it must fit the schema of now, and of a newer one nothing is lost', () => {
  const body = JSON.stringify({ ...appraisal, seen: true })
  expect(nounIn('appraisal', { body, shape: shapes.appraisal })).toHaveProperty('seen')
  Object.assign(earlier, { appraisal: ['an-earlier-one'] })
  expect(nounIn('appraisal', { body, shape: 'an-earlier-one' })).toEqual(appraisal)
  expect(() => nounIn('appraisal', { body, shape: 'a-newer-one' })).toThrow('A newer version')
  expect(nounIn('appraisal', { body })).toEqual(appraisalSchema.parse(appraisal))
  expect(() => nounIn('appraisal', { body: '{"status":"open","round":0}' })).toThrow(z.ZodError)
})

test('what was written before nouns were texts is read as the map it is', () => {
  expect(nounIn('appraisal', { body: appraisal })).toEqual(appraisal)
})
