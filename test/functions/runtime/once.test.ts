import { expect, test } from 'vitest'
import { once } from '../../../functions/runtime/once.ts'

test('is made once for everybody who asks, and again where it failed', async () => {
  let made = 0
  const thing = once(async () => {
    made += 1
    if (made === 1) throw new Error('It could not be read.')
    return made
  })
  await expect(Promise.all([thing(), thing()])).rejects.toThrow('It could not be read.')
  expect(await Promise.all([thing(), thing()])).toEqual([2, 2])
  expect(await thing()).toBe(2)
})
