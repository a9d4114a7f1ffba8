import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { Kept } from '../../../functions/store/kept.ts'

const store = () => ({ table: { client: {} as DynamoDBDocumentClient, name: 'any' } })

test('a thing is given as the version of its head that was kept, and as no other', () => {
  const [kept, here] = [new Kept<{ size: number }>(2), store()]
  kept.keep(here, 'one', 'v1', { size: 1 })
  expect(kept.get(here, 'one', 'v1')).toEqual({ size: 1 })
  expect(kept.get(here, 'one', 'v2')).toBeUndefined()
  expect(kept.knows(here, 'one')).toBe(true)
  kept.keep(here, 'one', 'v2', { size: 2 })
  expect(kept.get(here, 'one', 'v1')).toBeUndefined()
})

test('what was longest not asked for goes first', () => {
  const [kept, here] = [new Kept<{ size: number }>(2), store()]
  kept.keep(here, 'one', 'v', { size: 1 })
  kept.keep(here, 'two', 'v', { size: 2 })
  kept.get(here, 'one', 'v')
  kept.keep(here, 'three', 'v', { size: 3 })
  expect(['one', 'two', 'three'].map((name) => kept.knows(here, name))).toEqual([true, false, true])
})

test('another process, test or locality has none of it, though the table has the same name', () => {
  const [kept, here] = [new Kept<{ size: number }>(2), store()]
  kept.keep(here, 'one', 'v', { size: 1 })
  expect(kept.get(store(), 'one', 'v')).toBeUndefined()
})

test('what is kept cannot be changed, however deep', () => {
  const [kept, here] = [new Kept<{ of: Map<string, { sizes: number[] }> }>(2), store()]
  const thing = kept.keep(here, 'one', 'v', { of: new Map([['a', { sizes: [1] }]]) })
  expect(() => thing.of.get('a')?.sizes.push(2)).toThrow(TypeError)
})
