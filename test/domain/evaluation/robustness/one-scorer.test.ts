import { expect, test } from 'vitest'
import { robust } from '../../../../domain/decision-record/paper-of-the-result.ts'
import { viewResult } from '../../../../domain/decision-record/record.ts'
import { robustnessInWords } from '../../../../domain/evaluation/robustness/in-words.ts'
import { robustnessOf } from '../../../../domain/evaluation/robustness/robustness.ts'
import { termsOf } from '../../../../domain/evaluation/view.ts'
import { ranked } from '../../decision/ranked.ts'
import { price } from '../price.ts'
import { attended, DUE, EXTENDED, given, scoredByAll, scoring, stepped, tendered } from '../scored.ts'

test('the scores of one member agree with nobody, and nobody can be left out: page and record say so', () => {
  const one = tendered(undefined, { voting: { quorum: 1 } })
  const scored = attended(
    attended(
      scoredByAll(scoring(one), ['ada'], (_, tender) => given(tender === 'harbour' ? 5 : 3, 3)),
      DUE,
    ),
    EXTENDED,
  )
  const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
    (before, type) => stepped(before, { type, attempt: 6 }, EXTENDED),
    scored,
  )
  const prices = { harbour: price(300_000), meadow: price(250_000) }
  const theCase = stepped(
    stepped(closed, { type: 'OpenPrices', attempt: 6, prices }, EXTENDED),
    { type: 'RankTenders', attempt: 6 },
    EXTENDED,
  )
  const robustness = robustnessOf(theCase)
  if (!robustness) throw new Error('It is ranked.')
  const said = robustnessInWords(robustness, termsOf(theCase)).join(' ')
  expect(said).not.toContain('Every member')
  expect(said).toContain('nobody who could agree with anybody')
  expect(said).toContain('nobody’s can stand out')
  const record = JSON.stringify(robust(viewResult(theCase), (id) => id))
  expect(record).toContain('no member could be left out')
  expect(record).not.toContain('0 members')
})

test('alpha is told exactly rounded, and alike on page and record', () => {
  const theCase = ranked()
  const robustness = robustnessOf(theCase)
  if (!robustness) throw new Error('It is ranked.')
  const page = robustnessInWords(robustness, termsOf(theCase)).join(' ')
  const record = JSON.stringify(robust(viewResult(theCase), (id) => id))
  const [agreement] = page.match(/The members’ agreement is -?\d\.\d\d, .* it is -?\d\.\d\d\./) ?? ['none']
  expect(record).toContain(agreement)
})
