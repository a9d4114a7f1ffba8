import { describe, expect, test } from 'vitest'
import { approvalPaper } from '../../../domain/approval/paper.ts'
import type { Case } from '../../../domain/case/case.ts'
import { undecided } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { viewCompliance } from '../../../domain/compliance/view.ts'
import { RULER_OUT } from '../../../domain/decision/evolve.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { decideLowPrice } from '../../../domain/evaluation/decide-low-price.ts'
import { scorers } from '../../../domain/evaluation/members.ts'
import { ruledByExcluded } from '../../../domain/evaluation/ruled-by-excluded.ts'
import { viewRanking } from '../../../domain/evaluation/view.ts'
import { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'
import { decidePanel } from '../../../domain/panel/decide.ts'
import { needsSubstitution } from '../../../domain/substitution/decide.ts'
import { attend } from '../../../domain/wait/attend.ts'
import type { WaitName } from '../../../domain/wait/wait.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { excluded } from '../decision/excluded.ts'
import { announced, confirmed } from '../decision/ranked.ts'
import { price } from '../evaluation/price.ts'
import { DUE, given, matter, opened, scoredBy, scoring, stepped, tendered } from '../evaluation/scored.ts'
import { following, refusedWith } from '../story.ts'

const TENDERS = ['harbour', 'meadow', 'brook']
const RULER = 'guy'
const unread = { outcome: 'failed' as const, id: 'a'.repeat(32), name: 'Costs.pdf', reason: 'Malware.' }
const unreadable = (pence: number) => ({ ...price(pence), documents: [unread] })

const ruled = (theCase: Case, person: string, verdict: 'pass' | 'fail' = 'fail', id = 1): Case =>
  following(theCase, ruleOnCompliance(theCase, { id, verdict, reasons: 'So.', person }, on(START)), START)
const out = (theCase: Case, id = 1): Case => ruled(ruled(theCase, 'pm', 'fail', id), RULER, 'fail', id)

function priced(prices: Record<string, ReturnType<typeof price>>): Case {
  const open = scoring(tendered(Object.fromEntries(TENDERS.map((tender) => [tender, opened()]))))
  const scored = members.reduce(
    (so, member) => TENDERS.reduce((before, tender) => scoredBy(before, member, tender, given(3, 3)), so),
    open,
  )
  const closed = stepped(stepped(scored, { type: 'CloseScoring', attempt: 6 }), { type: 'CloseModeration', attempt: 6 })
  return stepped(closed, { type: 'OpenPrices', attempt: 6, prices })
}
const rank = (theCase: Case): Case => stepped(theCase, { type: 'RankTenders', attempt: 6 })
const entered = (theCase: Case): Case =>
  following(theCase, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
const verdict = (theCase: Case, ...waits: WaitName[]) =>
  attend(theCase, { caseId: 'case-1', attempt: 6 }, waits, START).verdict

/** A question raised as the tenders are scored, and the tender excluded by two, of whom one is then found to be conflicted. */
function excludedWhileScoring(begun = true): Case {
  const says = { organisationId: 'harbour', requirement: 'other' as const, says: 'No licence.', person: 'ben' }
  const open = begun ? scoredBy(scoring(), 'ben', 'meadow', given(4, 4)) : scoring()
  const asked = following(open, raiseQuestion(open, says, on(START)), START)
  const closed = stepped(out(asked), { type: 'CloseCompliance', attempt: 6 })
  return stepped(closed, { type: 'OpenScoring', attempt: 6 })
}

describe('a member who ruled on a tender is found to be conflicted', () => {
  test('while the tenders are scored it is ruled on again, and what was scored stands', () => {
    const before = excludedWhileScoring()
    expect(before.evaluation).toMatchObject({ status: 'scoring', tenders: ['meadow'] })
    const after = excluded(before, RULER)
    expect(after.evaluation).toMatchObject({ status: 'due', submitted: { ben: ['meadow'] } })
    expect(undecided(after.compliance)).toHaveLength(1)
    // The workflow is woken, and opens the wait in which it is ruled on.
    expect(verdict(after, 'scores')).toBe('answered')
    const again = stepped(after, { type: 'CloseScoring', attempt: 6 })
    expect(again.life.wait?.name).toBe('compliance')
    expect(verdict(again, 'compliance', 'missing document')).toBe('waiting')
    expect(stepped(again, { type: 'OpenScoring', attempt: 6 })).toEqual(again)
    const passed = stepped(ruled(again, 'cat', 'pass'), { type: 'CloseCompliance', attempt: 6 })
    expect(passed.evaluation).toMatchObject({ status: 'compliance checked', tenders: ['harbour', 'meadow'] })
    // Nobody could score it meanwhile: it takes the whole time.
    expect(stepped(passed, { type: 'OpenScoring', attempt: 6 }).life.wait).toMatchObject({ name: 'scores', dueAt: DUE })
  })

  test('before the scoring has begun, too', () => {
    const raised = tendered({ harbour: { outcome: 'failed', reason: 'Its hash differs.' }, meadow: opened() })
    const checked = stepped(stepped(raised, { type: 'CheckBidders', attempt: 6, matter: matter(raised) }), {
      type: 'CheckCompliance',
      attempt: 6,
      matter: matter(raised),
    })
    const closed = stepped(out(checked), { type: 'CloseCompliance', attempt: 6 })
    const after = excluded(closed, RULER)
    expect(after.evaluation?.status).toBe('due')
    expect(verdict(after, 'substitute')).toBe('answered')
    expect(stepped(after, { type: 'OpenScoring', attempt: 6 }).life.wait?.name).toBe('compliance')
  })

  test('once the scores are in the ruling stands, and the page says so', () => {
    const scored = members.reduce(
      (so, member) => scoredBy(so, member, 'meadow', given(4, 4)),
      excludedWhileScoring(false),
    )
    const closed = stepped(scored, { type: 'CloseScoring', attempt: 6 })
    const after = excluded(closed, RULER)
    expect(undecided(after.compliance)).toEqual([])
    expect(viewCompliance(closed, START).questions).toMatchObject([{ outcome: 'fail', stands: false }])
    expect(viewCompliance(after, START).questions).toMatchObject([{ outcome: 'fail', stands: true }])
  })

  test('while prices are explained it is ruled on again, and the ranking waits for it without failing', () => {
    const open = priced({ harbour: unreadable(300_000), meadow: price(290_000), brook: price(100_000) })
    const before = out(open)
    expect(before.life.wait?.name).toBe('price explanation')
    const after = excluded(before, RULER)
    expect(verdict(after, 'price explanation', 'price decision')).toBe('answered')
    const again = rank(after)
    expect(again.evaluation?.status).toBe('priced')
    expect(again.life.wait?.name).toBe('compliance')
    expect(rank(again)).toEqual(again)
    const settled = ruled(again, 'cat')
    expect(settled.life.wait?.name).toBe('price explanation')
  })

  test('once the tenders are ranked, who is out stays out: in ranking, result without them, letters and record', () => {
    const placed = entered(
      rank(out(priced({ harbour: unreadable(100), meadow: price(290_000), brook: price(300_000) }))),
    )
    const shown = viewRankingToDecide(excluded(placed, RULER))
    expect(shown.ranking.map(({ organisationId, place }) => [organisationId, place])).toEqual([
      ['meadow', 1],
      ['brook', 2],
    ])
    expect(shown.excludedSince).toMatchObject({ members: [RULER], changesTheWinner: false })
    expect(viewRanking(placed).notRanked).toEqual([
      { organisationId: 'harbour', reasons: [expect.stringContaining('Malware.')] },
    ])
    const told = announced(START, confirmed('award', excluded(placed, RULER)))
    expect(told.letters?.['1#harbour']).toMatchObject({
      outcome: 'awarded to another',
      notCompliant: [expect.stringContaining('Malware.')],
      withoutExcluded: expect.arrayContaining([
        expect.stringMatching(/^A person who had ruled on the tender of harbour/),
      ]),
    })
    expect(told.letters?.['1#brook']?.withoutExcluded.join()).not.toContain('who had ruled')
    const award = { type: 'AwardMade' as const, data: { sitting: 1, organisationId: 'meadow' } }
    const made = following(announced(START, confirmed('award', placed)), [award], START)
    const { head: _, ...then } = viewDecisionRecord(made)
    const { head: __, ...now } = viewDecisionRecord(excluded(made, RULER, '2027-01-01T09:00:00.000Z'))
    expect(now).toEqual(then)
  })

  test('is named to the panel and the approver before they decide; to everybody it is said that there was one', () => {
    const placed = entered(
      rank(out(priced({ harbour: unreadable(100), meadow: price(290_000), brook: price(300_000) }))),
    )
    const rulings = [{ organisationId: 'harbour', ruled: 'excluded', people: [RULER] }]
    expect(ruledByExcluded(placed)).toEqual([])
    const decided = confirmed('award', excluded(placed, RULER))
    expect(viewRankingToDecide(decided).ruledByExcluded).toEqual(rulings)
    const { paper } = approvalPaper(decided, (id) => id)
    expect(JSON.stringify(paper)).toContain(`${RULER} who had ruled on the tender of harbour`)
    const award = { type: 'AwardMade' as const, data: { sitting: 1, organisationId: 'meadow' } }
    const record = viewDecisionRecord(following(announced(START, decided), [award], START))
    expect(record.ruledByExcluded).toEqual([{ organisationId: 'harbour', ruled: 'excluded', people: 1 }])
    expect(JSON.stringify(decisionRecordPaper(record, (id) => id))).toContain(
      'A person who had ruled on the tender of harbour',
    )
  })

  test('of somebody who does not sit it comes back to the panel, however far it had come', () => {
    const placed = entered(
      rank(out(priced({ harbour: unreadable(100), meadow: price(290_000), brook: price(300_000) }))),
    )
    const barred = { type: 'PersonBarred' as const, data: { person: 'pm', reasons: 'A tie.' } }
    const after = following(announced(START, confirmed('award', placed)), [barred], START)
    expect(after.decision).toMatchObject({ status: 'due', returned: [{ by: 'exclusion', reasons: RULER_OUT }] })
    expect(viewRankingToDecide(after).ruledByExcluded).toMatchObject([{ people: ['pm'] }])
  })
})

describe('a question raised once the scoring has begun (requirements §4)', () => {
  const again = () => {
    const scored = members.slice(1).reduce((so, member) => scoredBy(so, member, 'meadow', given(4, 4)), scoring())
    const lost = excluded(scored, RULER)
    const says = { organisationId: 'harbour', requirement: 'other' as const, says: 'x', person: 'ben' }
    return following(lost, raiseQuestion(lost, says, on(START)), START)
  }

  test('brings no substitute into a panel whose scores are in', () => {
    expect(needsSubstitution(again())).toBe(false)
    const closed = stepped(ruled(again(), 'pm', 'pass'), { type: 'CloseCompliance', attempt: 6 })
    expect(closed.life.wait?.name).not.toBe('substitute')
    expect(closed.evaluation?.status).toBe('compliance checked')
    expect(needsSubstitution(closed)).toBe(false)
  })

  test('lets nobody give up their seat, and their scores with it', () => {
    const leave = { type: 'DeclineSeat' as const, person: 'ben', reason: 'No time.' }
    expect(refusedWith(() => decidePanel(again(), leave))).toBe('TooLate')
  })
})

describe('a low price', () => {
  const prices = { harbour: price(300_000), meadow: price(290_000), brook: price(100_000) }
  const explained = (theCase: Case): Case =>
    following(
      theCase,
      decideLowPrice(theCase, { type: 'ExplainPrice', organisationId: 'brook', text: 'We own it.' }, START),
      START,
    )
  const judged = (theCase: Case, present: string[]): Case =>
    following(
      theCase,
      decideLowPrice(
        theCase,
        { type: 'JudgePrice', chair: CHAIR, organisationId: 'brook', outcome: 'disregarded', reasons: 'No.', present },
        START,
      ),
      START,
    )

  test('is decided again where a member who took part is excluded before the ranking', () => {
    const before = judged(explained(priced(prices)), members)
    expect(verdict(before, 'price decision')).toBe('answered')
    const after = excluded(before, RULER)
    expect(verdict(after, 'price decision')).toBe('waiting')
    expect(rank(after).evaluation).toMatchObject({
      status: 'priced',
      lowPrices: [{ organisationId: 'brook', setAside: [{ outcome: 'disregarded', reasons: 'No.' }] }],
    })
    const rest = members.filter((member) => member !== RULER)
    expect(rank(judged(after, rest)).evaluation?.status).toBe('ranked')
    const byOthers = judged(explained(priced(prices)), rest)
    expect(rank(excluded(byOthers, RULER)).evaluation?.status).toBe('ranked')
  })

  test('is not asked about where the tender is out already', () => {
    const theCase = out(priced({ ...prices, brook: unreadable(100_000) }))
    expect(verdict(theCase, 'price explanation', 'price decision')).toBe('answered')
    expect(refusedWith(() => explained(theCase))).toBe('NotAllowed')
    expect(viewRanking(rank(theCase)).notRanked.map(({ organisationId }) => organisationId)).toEqual(['brook'])
  })

  test('does not hold up that the quorum is lost', () => {
    const lost = ['dan', 'eve', 'fay'].reduce((so, person) => excluded(so, person), priced(prices))
    expect(scorers(lost)).toHaveLength(4)
    expect(verdict(lost, 'price explanation')).toBe('answered')
    expect(rank(lost).life.wait).toMatchObject({ name: 'moderation', escalatedAt: START })
  })
})
