import { describe, expect, test } from 'vitest'
import { START } from '../case-in.ts'
import { opened, scoring, stepped, tendered, verdict } from './scored.ts'

describe('compliance (requirements §2 row 4)', () => {
  test('every reason is on the record, and only complying tenders are scored', () => {
    const theCase = scoring(
      tendered({
        harbour: opened(),
        meadow: opened(['access']),
        ridge: { outcome: 'failed', reason: 'It could not be decrypted.' },
        vale: opened(['quality', 'access'], false),
      }),
    )
    expect(theCase.evaluation).toMatchObject({
      status: 'scoring',
      tenders: ['harbour'],
      findings: [
        { organisationId: 'harbour', reasons: [] },
        { organisationId: 'meadow', reasons: ['It does not answer “Quality and innovation”. So. So.'] },
        { organisationId: 'ridge', reasons: ['It could not be decrypted. So. So.'] },
        { organisationId: 'vale', reasons: ['Its sealed price is not what was submitted. So. So.'] },
      ],
    })
  })

  test('with none that complies there is nothing to wait for, and the ranking is empty', () => {
    const theCase = scoring(tendered({ meadow: opened([]) }))
    expect(verdict(theCase, START)).toBe('answered')
    const ranked = (['CloseScoring', 'CloseModeration'] as const).reduce(
      (so, type) => stepped(so, { type, attempt: 6 }),
      theCase,
    )
    const priced = stepped(ranked, { type: 'OpenPrices', attempt: 6, prices: {} })
    expect(stepped(priced, { type: 'RankTenders', attempt: 6 }).evaluation).toMatchObject({
      status: 'ranked',
      ranking: [],
    })
  })
})
