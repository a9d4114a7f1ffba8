import { expect, test } from 'vitest'
import { pricedCase } from '../../../bench/scoring/large-tender.ts'
import { scoring } from '../../../bench/scoring/scoring.ts'
import { robustnessOf } from '../../../domain/evaluation/robustness/robustness.ts'
import { tinyRun } from '../figures.ts'

test('the ranking and its robustness are measured on whole score sheets', async () => {
  const figures = await tinyRun(scoring)
  expect(figures.get('score sheets of 4 tenders × 3 criteria × 3 members')?.value).toBe(12)
  const robustness = robustnessOf(pricedCase({ tenders: 4, criteria: 3, members: 3 }))
  expect(robustness?.withoutOne.length).toBe(6)
  expect(robustness?.agreement.byCriterion.length).toBe(3)
})
