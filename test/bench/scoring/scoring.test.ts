import { expect, test } from 'vitest'
import { pricedCase } from '../../../bench/scoring/large-tender.ts'
import { scoring } from '../../../bench/scoring/scoring.ts'
import { robustnessOf } from '../../../domain/evaluation/robustness/robustness.ts'
import { tinyRun } from '../figures.ts'

test('the ranking and its robustness are measured on whole score sheets, and what scoring asks of the table is counted', async () => {
  const figures = await tinyRun(scoring)
  expect(figures.get('score sheets of 4 tenders × 3 criteria × 3 members')?.value).toBe(12)
  const asked = (what: string) =>
    figures.get(`requests to the table to ${what}, of 4 tenders × 3 criteria × 3 members`)?.value
  for (const read of ['not read before', 'read before']) {
    expect(asked(`save a score, the case ${read}`), read).toBe(2)
    expect(asked(`open the scoring page, the case ${read}`), read).toBe(2)
  }
  const robustness = robustnessOf(pricedCase({ tenders: 4, criteria: 3, members: 3 }))
  expect(robustness?.withoutOne.length).toBe(6)
  expect(robustness?.agreement.byCriterion.length).toBe(3)
})
