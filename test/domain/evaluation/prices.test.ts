import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import type { EvaluationStep } from '../../../domain/evaluation/step.ts'
import { viewRanking } from '../../../domain/evaluation/view.ts'
import { members, on, START } from '../case-in.ts'
import { following, refusedWith, types } from '../story.ts'
import { apart, moderated } from './moderated.ts'
import { price } from './price.ts'
import { scoring, step, stepped } from './scored.ts'

describe('and only then the prices', () => {
  const prices = { harbour: price(300_000), meadow: price(200_000) }
  const open: EvaluationStep = { type: 'OpenPrices', attempt: 6, prices }

  test('stay sealed until it has closed', () => {
    // It goes back to the moderation, which an exclusion may have opened again, and opens nothing.
    expect(types(step(moderated(apart()), open))).not.toContain('PricesOpened')
    expect(types(step(apart(), open))).not.toContain('PricesOpened')
    expect(refusedWith(() => step(scoring(), open))).toBe('TooEarly')
  })

  test('rank the tenders: moderated scores, else the mean', () => {
    const closed = stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 })
    const ranked = stepped(stepped(closed, open), { type: 'RankTenders', attempt: 6 })
    expect(ranked.evaluation).toMatchObject({
      ranking: [
        // 40·3/5 + 30·(24/7)/5 + 30
        {
          organisationId: 'meadow',
          place: 1,
          total: '522/7',
          criteria: [
            { score: '3', basis: 'mean' },
            { score: '24/7', basis: 'mean' },
          ],
        },
        // 40·3/5 + 30·3/5 + 30·2/3
        {
          organisationId: 'harbour',
          place: 2,
          total: '62',
          criteria: [
            { score: '3', basis: 'moderated' },
            { score: '3', basis: 'mean' },
          ],
        },
      ],
    })
  })

  test('a price that cannot be read excludes nobody by itself: two people rule on it, with reasons', () => {
    const closed = stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 })
    const opened = stepped(closed, { ...open, prices: { ...prices, meadow: { reason: 'No price in it.' } } })
    const rank: EvaluationStep = { type: 'RankTenders', attempt: 6 }
    const ruled = (theCase: Case, person: string) => {
      const ruling = { id: 1, verdict: 'fail' as const, reasons: `${person} has looked.`, person }
      return following(theCase, ruleOnCompliance(theCase, ruling, on(START)), START)
    }
    expect(opened.life.wait?.name).toBe('compliance')
    expect(stepped(opened, rank)).toEqual(opened)
    const out = ruled(ruled(opened, 'pm'), members[0] ?? '')
    const ranked = stepped(out, rank)
    expect(ranked.evaluation).toMatchObject({ ranking: [{ organisationId: 'harbour', total: '72' }] })
    expect(viewRanking(ranked).notRanked).toEqual([
      {
        organisationId: 'meadow',
        reasons: [`Its price cannot be read. No price in it. pm has looked. ${members[0]} has looked.`],
      },
    ])
  })

  test('a document of a price that cannot be read is let pass by one person, with reasons', () => {
    const closed = stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 })
    const unread = { id: '0'.repeat(32), name: 'Costs.pdf', outcome: 'failed' as const, reason: 'It is malware.' }
    const opened = stepped(closed, {
      ...open,
      prices: { ...prices, meadow: { ...price(240_000), documents: [unread] } },
    })
    expect(opened.life.wait?.name).toBe('compliance')
    const pass = { id: 1, verdict: 'pass' as const, reasons: 'The price itself can be read.', person: 'pm' }
    expect(types(ruleOnCompliance(opened, pass, on(START)))).toEqual(['ComplianceRuled'])
    const passed = following(opened, ruleOnCompliance(opened, pass, on(START)), START)
    const ranked = stepped(passed, { type: 'RankTenders', attempt: 6 })
    expect(ranked.evaluation).toMatchObject({ ranking: [{}, {}] })
  })

  test('scores of a member excluded since count nowhere', () => {
    const close = { type: 'CloseModeration', attempt: 6 } as const
    const closed = stepped(moderated(apart()), close)
    const without = following(closed, [{ type: 'MemberExcluded', data: { person: 'guy', reason: 'A tie.' } }], START)
    const ranked = stepped(stepped(stepped(without, close), open), { type: 'RankTenders', attempt: 6 })
    // Access of Meadow without Guy: (5·4 + 2) / 6
    expect(ranked.evaluation).toMatchObject({
      ranking: [{ organisationId: 'meadow', criteria: [{}, { score: '11/3' }] }, {}],
    })
  })
})
