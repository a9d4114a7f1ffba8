import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexed, lookedUp, matches, wordsOf } from '../../../functions/store/title-index.ts'

describe('a title', () => {
  test('is found by how its words begin, whatever their case, accents and marks', () => {
    const title = 'Counselling in every practice: café-style groups (A&E)'
    for (const search of ['couns', 'COUNSELLING', 'practice every', 'cafe', 'groups a e', 'Café style'])
      expect(matches(title, search), search).toBe(true)
    for (const search of ['selling', 'counsellors', 'practice dentistry'])
      expect(matches(title, search), search).toBe(false)
  })

  test('is not found by less than three letters', () => {
    expect(lookedUp('a&e')).toBeUndefined()
    expect(lookedUp('  ')).toBeUndefined()
    expect(lookedUp('eye')).toBeDefined()
  })

  test('stands in keys without a word of it, and in few of them', () => {
    const long =
      'Alongside hospitals, practices together redesign community respiratory rehabilitation services everywhere, quickly, affordably, sustainably'
    expect(indexed(long).length).toBeLessThanOrEqual(20)
    for (const key of indexed('Counselling in every practice')) expect(key).toMatch(/^[0-9a-f]{16}$/)
  })

  test('that any beginnings of its words match lies where they are looked up', () => {
    const word = fc.stringMatching(/^[a-z0-9é]{3,12}$/)
    const cut = fc.record({
      words: fc.array(word, { minLength: 1, maxLength: 6 }),
      length: fc.integer({ min: 3, max: 12 }),
    })
    fc.assert(
      fc.property(cut, fc.nat(), ({ words, length }, pick) => {
        const title = words.join(' ')
        const search = wordsOf(title)[pick % words.length]?.slice(0, length) ?? ''
        expect(matches(title, search)).toBe(true)
        expect(indexed(title)).toContain(lookedUp(search))
      }),
      process.env['LONG'] ? { numRuns: 10_000 } : { seed: 7, numRuns: 300 },
    )
  })
})
