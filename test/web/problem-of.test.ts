import { expect, test } from 'vitest'
import { Problem } from '../../web/api.ts'
import { problemOf } from '../../web/problem-of.ts'

test.each([
  ['Failed to fetch dynamically imported module: https://portal/assets/board.js', /connection/],
  ['error loading dynamically imported module', /connection/],
  ['Importing a module script failed.', /connection/],
])('a page that could not be fetched (%s) is put down to the connection', (message, words) => {
  expect(problemOf(new TypeError(message)).detail).toMatch(words)
})

test('a page with a fault of its own does not accuse the connection', () => {
  expect(problemOf(new RangeError('Invalid time value')).detail).toMatch(/^It is not your connection/)
})

test('what the service says is told as it says it', () => {
  const said = new Problem({ title: 'No', detail: 'Not yet.', status: 409, code: 'TooEarly' })
  expect(problemOf(said)).toEqual({ title: 'No', detail: 'Not yet.' })
})
