import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../../domain/specification/changes.ts'
import {
  type Content,
  contentSchema,
  enteredContentSchema,
  missingFrom,
  totalPoints,
} from '../../../domain/specification/content.ts'
import { wordChanges } from '../../../domain/specification/word-changes.ts'
import { content, criterion } from './content.ts'

const entered = (change: object) => enteredContentSchema.safeParse({ ...content, ...change })

describe('criteria (requirements §6: weights total exactly 100, with the price share)', () => {
  test('complete content misses nothing, and its weights are kept as exact fractions', () => {
    expect(missingFrom(content)).toEqual([])
    expect(content.criteria.map(({ weight }) => weight)).toEqual(['85/2', '85/3', '25/6'])
    expect(totalPoints(content).equals(100)).toBe(true)
    expect(contentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content)
  })

  test('a total that binary numbers would call 100 is not 100', () => {
    const almost = { ...content, priceShare: '24.999999' }
    expect(missingFrom(enteredContentSchema.parse(almost)).map(({ path }) => path)).toEqual([['criteria']])
  })

  test('tenths that binary numbers cannot add are added exactly', () => {
    const tenths = Array.from({ length: 30 }, (_, index) => criterion(`c${index}`, index < 29 ? '0.1' : '72.1'))
    const parsed = enteredContentSchema.parse({ ...content, criteria: tenths })
    expect(missingFrom(parsed)).toEqual([])
  })

  test('the total is the sum of its terms, whatever they are', () => {
    const weight = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999_999 }))
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
        const criteria = weights.map(([n, d], index) => criterion(`c${index}`, `${n}/${d}`))
        const parsed = enteredContentSchema.parse({ ...content, criteria, priceShare: '0' })
        const [n, d] = weights.reduce(
          ([sumN, sumD], [n, d]) => [sumN * BigInt(d) + BigInt(n) * sumD, sumD * BigInt(d)],
          [0n, 1n],
        )
        expect(totalPoints(parsed).equals(new Fraction(n, d))).toBe(true)
      }),
      { seed: 100, numRuns: 60 },
    )
  })

  test('every missing part is named at once, at its place', () => {
    const bare: Content = {
      ...content,
      sections: { purpose: 'Why.' },
      criteria: [
        { ...criterion('a', '0'), title: '', question: '', guidance: '', scale: ['', 'b', 'c', 'd', 'e', ''] },
      ],
    }
    const paths = missingFrom(bare).map(({ path }) => path.join('.'))
    expect(paths).toContain('sections.outcomes')
    expect(paths).not.toContain('sections.purpose')
    expect(paths).toEqual(
      expect.arrayContaining([
        ...['criteria.0.title', 'criteria.0.question', 'criteria.0.guidance'],
        ...['criteria.0.scale.0', 'criteria.0.scale.5', 'criteria.0.weight', 'criteria'],
      ]),
    )
    expect(missingFrom({ ...content, criteria: [] }).map(({ message }) => message)).toContain(
      'Enter at least one criterion',
    )
  })

  test.each([
    ['a weight in words', { criteria: [{ ...criterion('a', 'much') }] }],
    ['a weight below 0', { criteria: [{ ...criterion('a', '-5') }] }],
    ['a share over nothing', { priceShare: '1/0' }],
    ['five points', { criteria: [{ ...criterion('a', '5'), scale: ['a', 'b', 'c', 'd', 'e'] }] }],
    ['a minimum beyond the scale', { criteria: [{ ...criterion('a', '5'), minimum: 6 }] }],
    ['two of one name', { criteria: [criterion('a', '5'), criterion('a', '5')] }],
    ['an unknown section', { sections: { poetry: 'x' } }],
    ['an unknown formula', { priceFormula: { kind: 'whim' } }],
    [
      'more than it can hold',
      { sections: Object.fromEntries(Object.keys(content.sections).map((name) => [name, 'x'.repeat(19_000)])) },
    ],
  ])('%s is refused', (_, change) => expect(entered(change).success).toBe(false))
})

describe('what changed between two versions (requirements §6)', () => {
  test('nothing', () => expect(changesBetween(content, structuredClone(content))).toEqual([]))

  test('is told word by word, criterion by criterion, in the order of the specification', () => {
    const before: Content = {
      ...content,
      sections: { ...content.sections, service: 'Within six weeks.\nTwelve sessions.' },
    }
    const after: Content = {
      ...before,
      sections: { ...before.sections, service: 'Within four weeks.\nTwelve sessions, or more.' },
      criteria: [
        { ...criterion('clinical', '40'), minimum: 2 },
        content.criteria[1] ?? criterion('x', '1'),
        criterion('reach', '5'),
      ],
      priceShare: '20',
    }
    const [same, removed, added] = (['same', 'removed', 'added'] as const).map((kind) => (text: string) => ({
      kind,
      text,
    }))
    if (!same || !removed || !added) throw new Error('three kinds')
    expect(changesBetween(before, after)).toEqual([
      {
        path: ['sections', 'service'],
        what: 'The service',
        parts: [
          ...[
            same('Within '),
            removed('six'),
            added('four'),
            same(' weeks.\nTwelve sessions'),
            added(', or more'),
            same('.'),
          ],
        ],
      },
      {
        path: ['criteria', 'social'],
        what: 'Criterion “Title of social” removed',
        parts: [removed('Title of social')],
      },
      {
        path: ['criteria', 'clinical', 'weight'],
        what: '“Title of clinical”: weight',
        parts: [removed('85/2'), added('40')],
      },
      { path: ['criteria', 'clinical', 'minimum'], what: '“Title of clinical”: minimum', parts: [added('2')] },
      { path: ['criteria', 'reach'], what: 'Criterion “Title of reach” added', parts: [added('Title of reach')] },
      { path: ['priceShare'], what: 'Price share', parts: [removed('25'), added('20')] },
    ])
  })

  test('gives both texts back, whatever they are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'cc', ' ', '\n', ', ', 'é', '12.5'), { maxLength: 30 })
    fc.assert(
      fc.property(words, words, (old, fresh) => {
        const parts = wordChanges(old.join(''), fresh.join(''))
        const read = (but: string) =>
          parts
            .filter(({ kind }) => kind !== but)
            .map(({ text }) => text)
            .join('')
        expect(read('added')).toBe(old.join(''))
        expect(read('removed')).toBe(fresh.join(''))
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  test('texts with little in common are shown whole', () => {
    const long = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word}${index}`).join(' ')
    expect(wordChanges(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
