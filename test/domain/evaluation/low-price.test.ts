import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { viewCase } from '../../../domain/case/view.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { lowPrices } from '../../../domain/evaluation/low-price.ts'
import { viewRanking } from '../../../domain/evaluation/view.ts'
import { viewLowPrices, viewPriceQuestion } from '../../../domain/evaluation/view-low-price.ts'
import type { OpenedDocument } from '../../../domain/tender/document.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { price } from './price.ts'
import { given, opened, scoredBy, scoring, stepped, tendered } from './scored.ts'

const TENDERS = ['harbour', 'meadow', 'ridge']
const prices = (harbour: number) => ({ harbour: price(harbour), meadow: price(1000), ridge: price(1200) })
const unread = { id: '0'.repeat(32), name: 'Costs.pdf', outcome: 'failed' as const, reason: 'It is malware.' }

/** Scored by all, moderation closed, and the prices opened: 1000 is the median. */
function priced(harbour = 699, documents: OpenedDocument[] = []): Case {
  const open = scoring(tendered(Object.fromEntries(TENDERS.map((tender) => [tender, opened()]))))
  const scored = members.reduce(
    (before, member) =>
      TENDERS.reduce((so, tender) => scoredBy(so, member, tender, given(tender === 'harbour' ? 5 : 3, 3)), before),
    open,
  )
  const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
    (so, type) => stepped(so, { type, attempt: 6 }),
    scored,
  )
  const found = { ...prices(harbour), ridge: { ...price(1200), documents } }
  return stepped(closed, { type: 'OpenPrices', attempt: 6, prices: found })
}
const DUE = '2026-01-13T00:00:00.000Z' // 5 working days
const waits = ['price explanation', 'price decision'] as const
const verdict = (theCase: Case, at = START) => attend(theCase, { caseId: 'case-1', attempt: 6 }, waits, at)
/** Everything that is due, done. */
const attended = (theCase: Case, at: string): Case => {
  const attendance = verdict(theCase, at)
  return attendance.verdict === 'act'
    ? attended(following(theCase, attendance.events, at, { step: 'attend' }), at)
    : theCase
}
const doing = (theCase: Case, command: EvaluationCommand, at = START) => decideEvaluation(theCase, command, on(at))
const done = (theCase: Case, command: EvaluationCommand, at = START) =>
  following(theCase, doing(theCase, command, at), at)
const explain: EvaluationCommand = { type: 'ExplainPrice', organisationId: 'harbour', text: 'We own the rooms.' }
const judge = (outcome: 'accepted' | 'disregarded', more: object = {}): EvaluationCommand => ({
  ...{ type: 'JudgePrice', chair: CHAIR, organisationId: 'harbour', outcome },
  ...{ reasons: 'The rooms are theirs.', present: members, ...more },
})

describe('a price far below the others (Procurement Act 2023, s. 19)', () => {
  test.each([
    ['a penny below 70 % of the median', [699, 1000, 1200], ['t0']],
    ['70 % of the median exactly', [700, 1000, 1200], []],
    ['of two prices, one far below halfway', [1, 1000], ['t0']],
    ['of two prices, both near halfway', [700, 1000], []],
    ['no price', [], []],
    ['the median of four is halfway', [599, 700, 1012, 1200], ['t0']],
  ])('%s', (_, pence, expected) => {
    const all = pence.map((one, index) => ({ organisationId: `t${index}`, pence: one }))
    expect(lowPrices(all, 70, 0).map(({ organisationId }) => organisationId)).toEqual(expected)
    expect(lowPrices(all, 0, 0)).toEqual([])
  })

  test.each([
    ['the only price, far below what is expected', [699], [{ organisationId: 't0', pence: 699, expectedPence: 1000 }]],
    ['the only price, at 70 % of it', [700], []],
    [
      'both of two, as low as each other',
      [1, 1],
      ['t0', 't1'].map((organisationId) => ({ organisationId, pence: 1, expectedPence: 1000 })),
    ],
    [
      'one of two by both',
      [1, 9],
      [
        { organisationId: 't0', pence: 1, medianPence: '5', expectedPence: 1000 },
        { organisationId: 't1', pence: 9, expectedPence: 1000 },
      ],
    ],
    ['three, which show by themselves what is usual', [600, 610, 620], []],
  ])('where few came, by the costs in the proposal: %s', (_, pence, expected) => {
    const all = pence.map((one, index) => ({ organisationId: `t${index}`, pence: one }))
    expect(lowPrices(all, 70, 1000)).toEqual(expected)
    expect(lowPrices(all, 0, 1000)).toEqual([])
  })

  test('is asked about where it is the only one, and the tender not ranked before the panel has decided', () => {
    const before = tendered({ harbour: opened() })
    const { form } = before.proposal
    const proposed: Case = {
      ...before,
      proposal: {
        ...before.proposal,
        form: { ...form, costs: { ...form.costs, recurrent: 1000 } },
      } as Case['proposal'],
    }
    const scored = members.reduce((so, member) => scoredBy(so, member, 'harbour', given(5, 3)), scoring(proposed))
    const closed = (['CloseScoring', 'CloseModeration'] as const).reduce(
      (so, type) => stepped(so, { type, attempt: 6 }),
      scored,
    )
    const theCase = stepped(closed, { type: 'OpenPrices', attempt: 6, prices: { harbour: price(1) } })
    expect(theCase.life.wait).toMatchObject({ name: 'price explanation', dueAt: DUE })
    expect(stepped(theCase, { type: 'RankTenders', attempt: 6 })).toEqual(theCase)
    const [asked] = viewLowPrices(theCase).prices
    expect(asked).toMatchObject({ organisationId: 'harbour', pence: 1, expectedPence: 1000 })
    expect(asked).not.toHaveProperty('medianPence')
    const accepted = done(done(theCase, explain), judge('accepted'))
    expect(viewRanking(stepped(accepted, { type: 'RankTenders', attempt: 6 })).ranking).toHaveLength(1)
  })

  test('is asked about as the prices are opened, and the tenders are not ranked before it is settled', () => {
    const theCase = priced()
    expect(theCase.life.wait).toMatchObject({ name: 'price explanation', dueAt: DUE })
    expect(verdict(theCase).verdict).toBe('waiting')
    expect(stepped(theCase, { type: 'RankTenders', attempt: 6 })).toEqual(theCase)
    expect(viewPriceQuestion(theCase, 'harbour')).toEqual({ question: { pence: 699, askedAt: START, dueAt: DUE } })
    expect(viewPriceQuestion(theCase, 'meadow')).toEqual({})
    expect(verdict(priced(700)).verdict).toBe('answered')
  })

  test('waits for what else was found as the prices were opened', () => {
    const theCase = priced(699, [unread])
    expect(theCase.life.wait?.name).toBe('compliance')
    const pass = { id: 1, verdict: 'pass' as const, reasons: 'It adds nothing to the price.', person: 'pm' }
    const passed = following(theCase, ruleOnCompliance(theCase, pass, on(START)), START)
    expect(passed.life.wait).toMatchObject({ name: 'price explanation', dueAt: DUE })
  })

  test.each([
    ['programme-manager', true],
    ['panel-member', true],
    ['practice', false],
    ['observer', false],
    ['nominee', false],
  ] as const)('whose it is: a %s is told: %s', (as, told) => {
    const who = { id: 'person-1', name: 'One', email: 'one@example.org', profession: 'gp' as const }
    const person = { ...who, roles: [], skills: [], panelsFormedOn: [] }
    expect('wait' in viewCase(priced(), { person, as })).toBe(told)
  })

  test('is explained by its bidder once, and decided by the panel with reasons', () => {
    expect(refusedWith(() => doing(priced(), judge('disregarded')))).toBe('TooEarly')
    expect(refusedWith(() => doing(priced(), { ...explain, organisationId: 'meadow' }))).toBe('NotFound')
    expect(types(doing(priced(), explain))).toEqual(['PriceExplained', 'WaitOpened'])
    const explained = done(priced(), explain)
    expect(explained.life.wait?.name).toBe('price decision')
    expect(refusedWith(() => doing(explained, explain))).toBe('AlreadyDone')
    const faults = refusal(() => doing(explained, judge('accepted', { reasons: ' ', present: ['ben', 'pam'] }))).faults
    expect(faults.map(({ path }) => path.join())).toEqual(['present', 'present', 'present', 'reasons'])
    expect(refusedWith(() => doing(explained, judge('accepted', { chair: 'ben' })))).toBe('NotAllowed')
    const accepted = done(explained, judge('accepted'))
    expect(verdict(accepted).verdict).toBe('answered')
    expect(refusedWith(() => doing(accepted, judge('disregarded')))).toBe('AlreadyDone')
    expect(viewLowPrices(accepted).prices).toMatchObject([
      { organisationId: 'harbour', explanation: { text: 'We own the rooms.' }, judgement: { outcome: 'accepted' } },
    ])
    const ranked = stepped(accepted, { type: 'RankTenders', attempt: 6 })
    expect(viewRanking(ranked).ranking.map(({ organisationId }) => organisationId)[0]).toBe('harbour')
  })

  test('without an explanation in time the panel decides, and it is escalated where it does not', () => {
    expect(refusedWith(() => doing(priced(), explain, DUE))).toBe('TooLate')
    const late = attended(priced(), DUE)
    expect(late.life.wait?.name).toBe('price decision')
    const dueAt = late.life.wait?.dueAt ?? ''
    expect(attended(late, dueAt).life.wait?.escalatedAt).toBe(dueAt)
    expect(types(doing(late, judge('disregarded'), DUE))).toEqual(['PriceJudged'])
  })

  test('a disregarded tender is not ranked, its reasons are told, and its price measures nobody', () => {
    const disregarded = done(done(priced(), explain), judge('disregarded', { reasons: 'It cannot pay the staff.' }))
    const { ranking, notRanked } = viewRanking(stepped(disregarded, { type: 'RankTenders', attempt: 6 }))
    expect(ranking.map(({ organisationId, price }) => [organisationId, price?.lowestPence])).toEqual([
      ['meadow', 1000],
      ['ridge', 1000],
    ])
    expect(notRanked).toEqual([
      {
        organisationId: 'harbour',
        reasons: [expect.stringMatching(/^Its price of £6.99 is very low, .* It cannot pay the staff\.$/)],
      },
    ])
  })
})
