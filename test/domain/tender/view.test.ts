import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideClarification } from '../../../domain/clarification/decide.ts'
import { decideTender } from '../../../domain/tender/decide.ts'
import { howJudged } from '../../../domain/tender/how-judged.ts'
import { viewNotice, viewOwnTender } from '../../../domain/tender/view.ts'
import { caseIn, on, START } from '../case-in.ts'
import { following, refusedWith } from '../story.ts'
import { published } from './published.ts'
import { sealed, terms } from './terms.ts'

const submitted = (theCase: Case, organisationId: string, version = 1): Case =>
  following(
    theCase,
    decideTender(
      theCase,
      {
        type: 'SubmitTender',
        organisationId,
        submittedBy: `of-${organisationId}`,
        quality: sealed(`${organisationId}-quality-${version}`),
        price: sealed(`${organisationId}-price-${version}`),
      },
      on(START),
    ),
    START,
  )
const asked = (theCase: Case, organisationId: string): Case =>
  following(
    theCase,
    decideClarification(
      theCase,
      { type: 'AskQuestion', organisationId, text: `We at ${organisationId} ask` },
      on(START),
    ),
    START,
  )

describe('a provider sees nothing of another’s tender (requirements §1, §6)', () => {
  const mine = (theCase: Case) => JSON.stringify(viewOwnTender(theCase, 'harbour'))
  const rivals = fc.array(fc.tuple(fc.constantFrom('meadow', 'ridge', 'vale'), fc.integer({ min: 1, max: 3 })), {
    maxLength: 6,
  })

  test('its view has the same bytes whatever others have submitted or asked', () => {
    for (const start of [published(), submitted(published(), 'harbour')])
      fc.assert(
        fc.property(rivals, (done) => {
          const after = done.reduce(
            (before, [rival, version]) => asked(submitted(before, rival, version), rival),
            start,
          )
          expect(mine(after)).toBe(mine(start))
        }),
        { seed: 20260109, numRuns: 100 },
      )
    expect(mine(submitted(published(), 'harbour'))).not.toBe(mine(published()))
  })

  test('a bidder’s colleague sees that its tender was withdrawn, and nobody else does', () => {
    const before = submitted(published(), 'harbour')
    const withdrawn = following(before, [{ type: 'TenderWithdrawn', data: { organisationId: 'harbour' } }], START)
    expect(viewOwnTender(withdrawn, 'harbour')).toMatchObject({ tender: null, withdrawn: { at: START } })
    expect(viewOwnTender(withdrawn, 'meadow')).toEqual(viewOwnTender(published(), 'meadow'))
    expect(viewOwnTender(submitted(withdrawn, 'harbour'), 'harbour')).not.toHaveProperty('withdrawn')
  })

  test('an answered question is seen by all, without who asked, in the words it was published in', () => {
    const one = asked(published(), 'meadow')
    const answered = following(
      one,
      [{ type: 'QuestionAnswered', data: { id: 1, answer: 'Yes.', wording: 'May a bidder?' } }],
      START,
    )
    expect(viewNotice(answered).questions).toEqual([
      { id: 1, question: 'May a bidder?', answer: 'Yes.', answeredAt: START, documents: [] },
    ])
    expect(mine(answered)).not.toContain('meadow')
  })

  test('hashes are published when tenders are opened, and not whose they are', () => {
    const theCase = submitted(submitted(published(), 'harbour'), 'meadow')
    expect(viewNotice(theCase)).not.toHaveProperty('hashes')
    const opening = { outcome: 'opened' as const, documentKey: 'k', answered: [], partners: [], priceIntact: true }
    const tenders = ['harbour', 'meadow'].map((organisationId) => ({
      organisationId,
      quality: sealed('q'),
      price: sealed('p'),
      opening,
    }))
    const opened = following(
      theCase,
      [
        { type: 'TenderClosed', data: { round: 1, deadline: START, tenders: 2 } },
        { type: 'TendersOpened', data: { round: 1, tenders } },
      ],
      START,
    )
    const { hashes } = viewNotice(opened)
    expect(hashes).toHaveLength(2)
    expect(JSON.stringify(hashes)).toContain(sealed('harbour-price-1').contentSha256)
    expect(JSON.stringify(viewNotice(opened))).not.toContain('meadow')
  })

  test('before publication there is nothing to see', () => {
    expect(refusedWith(() => viewNotice(caseIn('tender')))).toBe('NotFound')
  })
})

describe('what everybody reads of how tenders are judged, before they tender', () => {
  const told = (evaluation: object, criteria = terms.criteria) =>
    howJudged(caseIn('tender', { evaluation }), { criteria }).join('\n')

  test('says by which settings of the case scores are put together, and what comes of a missing document and a low price', () => {
    const said = told({ moderateAboveSpread: 50, supplyDocumentWithin: { count: 2, unit: 'working days' } })
    for (const rule of [
      'more than 2.5 apart',
      'the mean of',
      'the median of',
      '2 working days',
      'below 70% of',
      'last by lot',
    ])
      expect(said).toContain(rule)
    expect(viewNotice(published()).howJudged).toEqual(howJudged(published(), { criteria: terms.criteria }))
  })

  test('and nothing of what the case has not: a minimum, or a question about low prices', () => {
    const [first] = terms.criteria
    expect(told({})).toContain('below the minimum of a criterion')
    const said = told({ askAboutPriceBelow: 0 }, first && [{ ...first, minimum: undefined }])
    expect(said).not.toMatch(/minimum|explain/)
  })
})
