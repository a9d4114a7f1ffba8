import { describe, expect, test } from 'vitest'
import type { EvaluationStep } from '../../../domain/evaluation/step.ts'
import { members } from '../case-in.ts'
import { refusedWith } from '../story.ts'
import { price } from './price.ts'
import { matter, renewed, scoredByAll, step, stepped, tendered } from './scored.ts'

describe('every step done twice is done once', () => {
  test.each<EvaluationStep['type']>([
    'CheckBidders',
    'CheckCompliance',
    'OpenScoring',
    'CloseScoring',
    'CloseModeration',
    'OpenPrices',
    'RankTenders',
  ])('%s', (last) => {
    let theCase = tendered()
    const steps: EvaluationStep[] = [
      { type: 'CheckBidders', attempt: 6, matter: matter(theCase) },
      { type: 'CheckCompliance', attempt: 6, matter: matter(theCase) },
      { type: 'OpenScoring', attempt: 6 },
      { type: 'CloseScoring', attempt: 6 },
      { type: 'CloseModeration', attempt: 6 },
      { type: 'OpenPrices', attempt: 6, prices: { harbour: price(3), meadow: price(2) } },
      { type: 'RankTenders', attempt: 6 },
    ]
    for (const made of steps) {
      theCase = stepped(theCase, made)
      if (made.type === 'CheckBidders' && last !== 'CheckBidders') theCase = renewed(theCase)
      if (made.type === 'OpenScoring' && last !== 'OpenScoring') theCase = scoredByAll(theCase, members)
      if (made.type === last) break
    }
    for (const made of steps.slice(0, steps.findIndex(({ type }) => type === last) + 1))
      expect(step(theCase, made)).toEqual([])
    expect(refusedWith(() => step(theCase, { type: 'OpenScoring', attempt: 5 }))).toBe('CaseMovedOn')
  })
})
