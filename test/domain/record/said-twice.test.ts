import { expect, test } from 'vitest'
import { saidTwice } from '../../../domain/record/said-twice.ts'

test.each([
  ['{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 2}]}', []],
  ['{"a": 1, "b": {}, "a" : 2}', ['a']],
  ['[{"x": {"é": 1, "\\u00e9": 2}}]', ['é']],
  [String.raw`{"a": "\\", "b": "{\"a\": 1, \"a\": 2}", "c": "a", "d": ["a", "a"]}`, []],
])('of %s: what is said twice in one place, and readers differ in which they take', (text, twice) => {
  JSON.parse(text)
  expect(saidTwice(text)).toEqual(twice)
})
