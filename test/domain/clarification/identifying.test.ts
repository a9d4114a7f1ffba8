import { expect, test } from 'vitest'
import { identifying, namesIn } from '../../../domain/clarification/identifying.ts'
import { growth } from '../../growth.ts'

const organisations = [
  { id: 'harbour', name: 'Harbour Care', aliases: [], kind: 'provider' as const, owns: [], areas: [] },
]

test.each(['a', '0', 'www.', 'we ', '-', 'Harbour '])(
  'a text of nothing but “%s” takes no longer than its length',
  (text) => {
    expect(growth((length) => identifying(text.repeat(length), organisations), 10_000)).toBeLessThan(9)
  },
)

test('an address is found whole, and a name alone where only names are asked for', () => {
  const text = 'Ask jo.brown+tenders@mail.hc.example or Harbour  care.'
  expect(identifying(text, organisations).map(({ found }) => found)).toEqual([
    'Harbour  care',
    'jo.brown+tenders@mail.hc.example',
  ])
  expect(namesIn(text, organisations)).toEqual(['Harbour  care'])
})
