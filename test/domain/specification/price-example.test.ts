import { describe, expect, test } from 'vitest'
import type { PriceFormula } from '../../../domain/evaluation/price-formula.ts'
import { checkContent } from '../../../domain/specification/check-content.ts'
import { criteriaTemplate } from '../../../domain/specification/criteria-template.ts'
import { priceExample } from '../../../domain/specification/price-example.ts'
import { keyCriterionNames } from '../../../domain/specification/template.ts'
import { content } from './content.ts'

describe('the worked example of a price formula', () => {
  test.each<[PriceFormula, string[]]>([
    [
      { kind: 'lowest-over-price' },
      [
        '30 × £100,000.00 ÷ £100,000.00 = 30',
        '30 × £100,000.00 ÷ £125,000.00 = 24',
        '30 × £100,000.00 ÷ £200,000.00 = 15',
      ],
    ],
    [
      { kind: 'linear-to-ceiling', ceilingPence: 50_000_000 },
      [
        '30 × (£500,000.00 − £300,000.00) ÷ (£500,000.00 − £300,000.00) = 30',
        '30 × (£500,000.00 − £400,000.00) ÷ (£500,000.00 − £300,000.00) = 15',
        '£500,000.00 is not below the ceiling of £500,000.00, so 0',
      ],
    ],
    [
      { kind: 'fixed-per-amount', amountPence: 1_000_000, points: '2' },
      [
        '30 − 2 × (£100,000.00 − £100,000.00) ÷ £10,000.00 = 30',
        '30 − 2 × (£110,000.00 − £100,000.00) ÷ £10,000.00 = 28',
        '30 − 2 × (£125,000.00 − £100,000.00) ÷ £10,000.00 = 25',
      ],
    ],
  ])('%o', (formula, terms) => {
    const example = priceExample(formula, '30')
    expect(example.map(({ term }) => term)).toEqual(terms)
    expect(example.map(({ points }) => points)).toEqual(terms.map((term) => /(\d+)$/.exec(term)?.[1]))
  })

  test('holds for the smallest numbers that a formula can have', () => {
    expect(priceExample({ kind: 'linear-to-ceiling', ceilingPence: 1 }, '30').map(({ points }) => points)).toEqual(
      Array(3).fill('0'),
    )
    expect(priceExample({ kind: 'fixed-per-amount', amountPence: 1, points: '1' }, '30')).toHaveLength(3)
  })
})

test('a version is checked whole: what it lacks, what it totals, how its price formula works', () => {
  expect(checkContent(content)).toMatchObject({ missing: [], total: '100', priceExample: [{ points: '25' }, {}, {}] })
  expect(checkContent({ ...content, priceShare: '20' })).toMatchObject({
    missing: [{ path: ['criteria'] }],
    total: '95',
  })
})

test('the template has a criterion for each key criterion, complete but for its weight', () => {
  expect(criteriaTemplate.map(({ serves }) => serves)).toEqual(keyCriterionNames)
  const { missing } = checkContent({ ...content, criteria: criteriaTemplate, priceShare: '100' })
  expect(missing.map(({ path }) => path.at(-1))).toEqual(criteriaTemplate.map(() => 'weight'))
})
