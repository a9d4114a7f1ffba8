import { expect, test } from 'vitest'
import { inKeyOrder } from '../../../functions/store/query.ts'

test('whatever order a map is read in, it is sent on in one', () => {
  const one = inKeyOrder({ sk: 's', body: { b: [{ y: 1, x: 2 }], a: 'é' }, pk: 'p' })
  const other = inKeyOrder({ pk: 'p', body: { a: 'é', b: [{ x: 2, y: 1 }] }, sk: 's' })
  expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  expect(one).toEqual({ pk: 'p', sk: 's', body: { a: 'é', b: [{ x: 2, y: 1 }] } })
})
