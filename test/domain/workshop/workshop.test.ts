import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { rank, type Weighing } from '../../../domain/evaluation/rank.ts'
import { holdWorkshop, tried } from '../../../domain/workshop/decide.ts'
import { exampleSamples } from '../../../domain/workshop/examples.ts'
import { FARTHEST, moveShare, tryWeights } from '../../../domain/workshop/try.ts'
import { viewWorkshops } from '../../../domain/workshop/view.ts'
import type { Sample, Try } from '../../../domain/workshop/workshop.ts'
import { caseIn, START } from '../case-in.ts'
import { content } from '../specification/content.ts'
import { following, refusal, refusedWith } from '../story.ts'

const { criteria } = content
const weights = Object.fromEntries(criteria.map(({ id, weight }) => [id, weight]))
const sample = (name: string, score: number, pence: number): Sample => ({
  name,
  scores: Object.fromEntries(criteria.map(({ id }) => [id, score])),
  pence,
})
const attempt: Try = {
  ...{ version: 1, weights, priceShare: '25', priceFormula: { kind: 'lowest-over-price' } },
  samples: [sample('Good and dear', 5, 20_000_000), sample('Fair and cheap', 3, 10_000_000)],
}
const drafting = (): Case =>
  following(
    caseIn('specification'),
    [
      { type: 'SpecificationOpened', data: {} },
      { type: 'VersionSaved', data: { number: 1, content, reason: 'The first.', person: 'ben' } },
    ],
    START,
  )

describe('trying weights on sample tenders (requirements §6)', () => {
  test('ranks them as real ones would be, with every term', () => {
    const { ranking } = tried(drafting(), attempt, 'ben')
    expect(ranking.map(({ name, place, quality, price, total }) => [name, place, quality, price, total])).toEqual([
      ['Good and dear', 1, '75', '25/2', '175/2'],
      ['Fair and cheap', 2, '45', '25', '70'],
    ])
    expect(ranking[0]?.terms).toContain('Price: 25 × £100,000.00 ÷ £200,000.00 = 25/2 (12.50)')
    expect(ranking[0]?.terms.join()).not.toContain('moderated')
  })

  test('says what moves: the smallest whole number of points of one share that puts another first', () => {
    const close = { ...attempt, priceShare: '40', weights: { clinical: '40', access: '10', social: '10' } }
    const { ranking, moves } = tried(drafting(), close, 'ben')
    // 60 + 20 = 80 against 36 + 40 = 76; with a price share of p it is 100 − p/2 against 60 + 2p/5, equal at p = 400/9.
    expect(ranking[0]?.name).toBe('Good and dear')
    expect(moves).toContainEqual({ share: 'price', points: 5, first: 'Fair and cheap' })
    expect(moves.every(({ points }) => Math.abs(points) <= FARTHEST)).toBe(true)
  })

  test('says nothing where nothing within reach moves', () => {
    expect(tried(drafting(), attempt, 'ben').moves).toEqual([])
  })

  test('a sample below a minimum has no place, and where none has one nothing moves', () => {
    const [first, ...rest] = criteria
    if (!first) throw new Error('a criterion')
    const { ranking } = tryWeights([{ ...first, minimum: 4 }, ...rest], attempt)
    expect(ranking.map(({ place }) => place)).toEqual([1, undefined])
    const strict = [{ ...first, minimum: 5 }, ...rest]
    const none = { ...attempt, samples: [sample('a', 1, 5), sample('b', 2, 5)] }
    expect(tryWeights(strict, none).moves).toEqual([])
  })

  test('every move is the first in its direction, point by point, and none is left out', () => {
    const score = fc.integer({ min: 0, max: 5 })
    const pence = fc.oneof(fc.integer({ min: 1_000, max: 9_000 }), fc.constantFrom(1_000, 2_000))
    const one = fc.tuple(score, score, score, pence)
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 4 }), (made) => {
        const samples = made.map(([a, b, c, pence], index) => ({
          ...{ name: `s${index}`, pence },
          scores: Object.fromEntries(criteria.map(({ id }, place) => [id, [a, b, c][place] ?? 0])),
        }))
        const { ranking, moves } = tryWeights(criteria, { ...attempt, samples })
        const weighing: Weighing = { criteria, priceShare: '25', priceFormula: attempt.priceFormula }
        const firstAt = (share: string, points: number) => {
          const moved = moveShare(weighing, share, points)
          const scored = samples.map(({ name, scores, pence }) => ({
            ...{ organisationId: name, pence },
            scores: criteria.map(({ id }) => ({ criterionId: id, score: String(scores[id]), basis: 'mean' as const })),
          }))
          return moved && rank(moved, scored, 'weighting workshop')[0]?.organisationId
        }
        const far = Array.from({ length: FARTHEST }, (_, index) => index + 1)
        const shares = [...criteria.map(({ id }) => id), 'price']
        const expected = shares.flatMap((share) =>
          [1, -1].flatMap((sign) => {
            const at = far.map((point) => ({ share, points: sign * point, first: firstAt(share, sign * point) }))
            return at.find(({ first }) => first !== undefined && first !== ranking[0]?.name) ?? []
          }),
        )
        expect(moves).toEqual(expected)
      }),
      { seed: 20, numRuns: process.env['LONG'] ? 300 : 25 },
    )
  })

  test('a moved share leaves the total at 100, exactly', () => {
    const weighing: Weighing = { criteria, priceShare: '25', priceFormula: attempt.priceFormula }
    for (const share of [...criteria.map(({ id }) => id), 'price'])
      for (const points of [-4, 1, 7]) {
        const moved = moveShare(weighing, share, points)
        const total = moved?.criteria.reduce((sum, { weight }) => sum.add(weight), new Fraction(moved.priceShare))
        expect(total?.equals(100)).toBe(true)
      }
    expect(moveShare(weighing, 'social', -5)).toBeUndefined() // it has 25/6
    expect(moveShare(weighing, 'price', 76)).toBeUndefined()
  })
})

describe('what cannot be tried', () => {
  test('is said all at once, each at its place', () => {
    const { faults } = refusal(() =>
      tried(
        drafting(),
        {
          ...attempt,
          weights: { clinical: '40', other: '1' },
          samples: [sample('Same', 3, 5), { ...sample('Same', 3, 5), scores: { clinical: 2, other: 1 } }],
        },
        'ben',
      ),
    )
    expect(faults.map(({ path }) => path.join('.'))).toEqual([
      ...['weights.access', 'weights.social', 'weights.other', 'priceShare'],
      ...['samples.1.name', 'samples.1.scores.access', 'samples.1.scores.social', 'samples.1.scores.other'],
    ])
  })

  test('held in a planned meeting, it says who was there, and the meeting is one that was held', () => {
    const data = { id: 1, purpose: 'workshop' as const, startsAt: START, minutes: 60, place: 'The Old Mill' }
    const planned = following(drafting(), [{ type: 'MeetingPlanned', data }], START)
    const workshop = { ...attempt, conclusion: 'We keep 25.', person: 'ben', planned: 1 }
    const faultsOf = (more: object) =>
      refusal(() => holdWorkshop(planned, { ...workshop, ...more }, START)).faults.map(({ path }) => path.join())
    expect(faultsOf({})).toEqual(['present'])
    expect(faultsOf({ planned: 2, present: ['stranger'] })).toEqual(['planned', 'present'])
    const held = following(planned, holdWorkshop(planned, { ...workshop, present: ['guy', 'ada'] }, START), START)
    expect(held.workshops?.[1]).toMatchObject({ planned: 1, present: ['ada', 'guy'] })
    expect(held.meetings?.[0]?.held).toMatchObject({ present: ['ada', 'guy'], workshop: 1, at: START })
  })

  test('by whom, of what, and when', () => {
    expect(refusedWith(() => tried(drafting(), attempt, 'stranger'))).toBe('NotAllowed')
    expect(refusedWith(() => tried(drafting(), { ...attempt, version: 2 }, 'ben'))).toBe('NotFound')
    const published = following(drafting(), [{ type: 'StageEntered', data: { stage: 'tender', attempt: 6 } }], START)
    expect(refusedWith(() => tried(published, attempt, 'ben'))).toBe('WrongStage')
  })
})

describe('a workshop that was held', () => {
  test('stays on the record as it was, before the publication', () => {
    const held = following(
      drafting(),
      holdWorkshop(drafting(), { ...attempt, conclusion: 'We keep 25.', person: 'ben' }, START),
      START,
    )
    expect(held.workshops?.[1]).toMatchObject({
      ...{ number: 1, version: 1, weights, priceShare: '25', conclusion: 'We keep 25.', by: 'ben', at: START },
      ranking: [
        { name: 'Good and dear', place: 1 },
        { name: 'Fair and cheap', place: 2 },
      ],
    })
    expect(viewWorkshops(held)).toMatchObject({ version: 1, held: [{ number: 1 }] })
    expect(viewWorkshops(held)).not.toHaveProperty('publishedAt')
    expect(refusedWith(() => viewWorkshops(caseIn('specification')))).toBe('NotFound')
  })

  test('begins with examples that can be tried as they are', () => {
    const samples = exampleSamples(criteria, 18_000_000)
    expect(samples).toHaveLength(4)
    expect(tried(drafting(), { ...attempt, samples }, 'ben').ranking).toHaveLength(4)
    expect(exampleSamples(criteria, 0).every(({ pence }) => pence > 0)).toBe(true)
  })
})
