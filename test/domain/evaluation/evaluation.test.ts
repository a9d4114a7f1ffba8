import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { type EvaluationStep, stepEvaluation } from '../../../domain/evaluation/step.ts'
import { viewRanking } from '../../../domain/evaluation/view.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { votingMembers } from '../../../domain/panel/panel.ts'
import type { Interest } from '../../../domain/register/declaration.ts'
import { closeDeclarations } from '../../../domain/renewal/decide.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { given, matter, opened, renewed, scoredBy, scoredByAll, scoring, stepped, tendered } from './scored.ts'

const execution = { caseId: 'case-1', attempt: 6 }
const DUE = '2026-01-27T00:00:00.000Z' // 21 days
const EXTENDED = '2026-02-04T00:00:00.000Z' // and 7 days after the day on which it is extended
const doing = (theCase: Case, command: EvaluationCommand, at = START) => decideEvaluation(theCase, command, on(at))
const step = (theCase: Case, made: EvaluationStep, at = START) => stepEvaluation(theCase, made, on(at))
const attended = (theCase: Case, at: string): Case => {
  const attendance = attend(theCase, execution, ['scores', 'moderation', 'adjudication'], at)
  return attendance.verdict === 'act'
    ? attended(following(theCase, attendance.events, at, { step: 'attend' }), at)
    : theCase
}
const verdict = (theCase: Case, at: string) =>
  attend(theCase, execution, ['scores', 'moderation', 'adjudication'], at).verdict

describe('conflicts are checked against the actual bidders (requirements §4)', () => {
  const declaring = (theCase: Case, interests: Record<string, Interest>): Case => {
    const { nomination } = theCase
    if (!nomination) throw new Error('There is a nomination.')
    const nominees = Object.fromEntries(
      Object.entries(nomination.nominees).map(([person, nominee]) => {
        const interest = interests[person]
        return [
          person,
          nominee.status === 'accepted' && interest
            ? { ...nominee, declaration: { kind: 'interests' as const, interests: [interest] } }
            : nominee,
        ]
      }),
    )
    return { ...theCase, nomination: { ...nomination, nominees } }
  }
  const interest = (organisationId: string, kind: Interest['kind']): Interest => ({ organisationId, kind, detail: '' })

  test('a director of a bidder is excluded, on the record, and no longer counts', () => {
    const theCase = declaring(tendered(), { ben: interest('harbour', 'director') })
    const named = namedInTenders(theCase.tender, [])
    const events = step(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase, named) })
    expect(types(events)).toEqual(['ConflictsChecked', 'MemberExcluded', 'BiddersChecked', 'WaitOpened'])
    expect(votingMembers(following(theCase, events, START).panel)).not.toContain('ben')
  })

  test('so is one of a partner that a tender names by an alias only', () => {
    const partner = { ...opened(), partners: [{ name: 'BROOK', as: 'subcontractor' as const }] }
    const theCase = declaring(tendered({ harbour: partner }), { cat: interest('brook', 'employee') })
    const named = namedInTenders(theCase.tender, [...matter(theCase).organisations.values()])
    expect(named).toEqual([
      { organisationId: 'harbour', as: 'bidder' },
      { organisationId: 'brook', as: 'subcontractor' },
    ])
    const events = step(theCase, { type: 'CheckBidders', attempt: 6, matter: matter(theCase, named) })
    expect(types(events)).toContain('MemberExcluded')
  })

  test('paid advice to a bidder is flagged, and waits for a ruling', () => {
    const theCase = declaring(tendered(), { dan: interest('meadow', 'paid-adviser') })
    const events = step(theCase, {
      type: 'CheckBidders',
      attempt: 6,
      matter: matter(theCase, namedInTenders(theCase.tender, [])),
    })
    expect(types(events)).toEqual(['ConflictsChecked', 'BiddersChecked', 'WaitOpened'])
    const declared = renewed(following(theCase, events, START))
    const closed = following(declared, closeDeclarations(declared, { attempt: 6 }, on(START)), START)
    expect(verdict(closed, START)).toBe('waiting')
  })

  test('below the quorum the scoring opens escalated', () => {
    const barred = Object.fromEntries(members.slice(0, 3).map((member) => [member, interest('harbour', 'partner')]))
    const theCase = declaring(tendered(), barred)
    const checked = stepped(theCase, {
      type: 'CheckBidders',
      attempt: 6,
      matter: matter(theCase, namedInTenders(theCase.tender, [])),
    })
    const events = step(stepped(checked, { type: 'CheckCompliance', attempt: 6 }), { type: 'OpenScoring', attempt: 6 })
    expect(types(events)).toEqual(['ScoringOpened', 'WaitOpened', 'Escalated'])
  })
})

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
        { organisationId: 'vale', reasons: ['Its sealed price is not what arrived. So. So.'] },
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

describe('individual scores (requirements §6)', () => {
  const submit = (member: string, organisationId = 'harbour', scores = given(4, 3)): EvaluationCommand => ({
    type: 'SubmitScores',
    member,
    organisationId,
    scores,
  })

  test('are one event, and never change', () => {
    expect(types(doing(scoring(), submit('ben')))).toEqual(['ScoresSubmitted'])
    expect(
      refusedWith(() =>
        doing(scoredBy(scoring(), 'ben', 'harbour', given(4, 3)), submit('ben', 'harbour', given(5, 5))),
      ),
    ).toBe('AlreadyDone')
  })

  test('cover every criterion and no other, all faults at once', () => {
    const { access } = given(4, 3)
    const refused = refusal(() =>
      doing(
        scoring(),
        submit('ben', 'harbour', { ...(access && { access }), charm: { score: 5, rationale: 'Charming' } }),
      ),
    )
    expect(refused.faults.map(({ path }) => path)).toEqual([
      ['scores', 'quality'],
      ['scores', 'charm'],
    ])
  })

  test('are refused to others, for other tenders, before and after', () => {
    expect(refusedWith(() => doing(scoring(), submit('pam')))).toBe('NotAllowed')
    expect(refusedWith(() => doing(scoring(), submit('ben', 'ridge')))).toBe('NotFound')
    expect(refusedWith(() => doing(tendered(), submit('ben')))).toBe('TooEarly')
    const excluded = following(
      scoring(),
      [{ type: 'MemberExcluded', data: { person: 'ben', reason: 'A tie.' } }],
      START,
    )
    expect(refusedWith(() => doing(excluded, submit('ben')))).toBe('NotAllowed')
  })

  test('scoring is over at once when all are in', () => {
    const almost = scoredByAll(scoring(), members.slice(1))
    expect(verdict(almost, START)).toBe('waiting')
    expect(verdict(scoredByAll(almost, members.slice(0, 1)), START)).toBe('answered')
  })

  test('the deadline is extended once; then who has not finished is left out for all tenders', () => {
    const five = scoredBy(scoredByAll(scoring(), members.slice(0, 5)), 'fay', 'harbour', given(1, 1))
    expect(verdict(attended(five, addMilliseconds(DUE, -1)), addMilliseconds(DUE, -1))).toBe('waiting')
    const extended = attended(five, DUE)
    expect(extended.life.wait).toMatchObject({ dueAt: EXTENDED, extensions: 1 })
    expect(types(doing(extended, submit('fay', 'meadow'), addMilliseconds(EXTENDED, -1)))).toEqual(['ScoresSubmitted'])
    expect(refusal(() => doing(extended, submit('fay', 'meadow'), EXTENDED)).message).toBe(
      'Scoring has closed: the deadline was the end of Tuesday 3 February 2026.',
    )
    const late = attended(extended, EXTENDED)
    expect(verdict(late, EXTENDED)).toBe('answered')
    const events = step(late, { type: 'CloseScoring', attempt: 6 }, EXTENDED)
    expect(events).toMatchObject([
      { type: 'ScoringClosed', data: { finished: members.slice(0, 5), leftOut: ['fay', 'guy'], toModerate: [] } },
    ])
  })

  test('an extension by hand does not use up the one that the members are promised', () => {
    const five = scoredByAll(scoring(), members.slice(0, 5))
    const later = '2026-01-29T00:00:00.000Z'
    const byHand = following(
      five,
      decideWait(five, { type: 'ExtendDeadline', dueAt: later, reason: 'Half term.' }, on(START)),
      START,
    )
    expect(verdict(byHand, addMilliseconds(later, -1))).not.toBe('answered')
    const promised = attended(byHand, later)
    expect(promised.life.wait).toMatchObject({ extensions: 2, automaticExtensions: 1 })
    expect(verdict(promised, later)).toBe('waiting')
    const { dueAt = '' } = promised.life.wait ?? {}
    expect(dueAt > later).toBe(true)
    expect(verdict(attended(promised, dueAt), dueAt)).toBe('answered')
  })

  test('without the quorum it escalates, and goes on waiting', () => {
    const late = attended(attended(scoredByAll(scoring(), members.slice(0, 4)), DUE), EXTENDED)
    expect(late.life.wait?.escalatedAt).toBe(EXTENDED)
    expect(verdict(late, EXTENDED)).toBe('waiting')
    // The fifth comes late, and makes the quorum: what would be refused were the quorum in.
    expect(verdict(scoredByAll(late, ['eve']), addMilliseconds(EXTENDED, 1))).toBe('answered')
    expect(step(late, { type: 'CloseScoring', attempt: 6 }, EXTENDED)).toEqual([])
  })
})

describe('moderation (requirements §6)', () => {
  // On quality of Harbour they spread by 3 of 5 (60 %), on access of Meadow by 2 (40 %: not more).
  const apart = () =>
    stepped(
      scoredByAll(scoring(), members, (member, tender) => {
        const odd = member === 'guy' || member === 'fay'
        return tender === 'harbour' ? given(odd ? 1 : 4, 3) : given(3, odd ? 2 : 4)
      }),
      { type: 'CloseScoring', attempt: 6 },
    )
  const moderate = (
    more: Partial<Extract<EvaluationCommand, { type: 'ModerateCriterion' }>> = {},
  ): EvaluationCommand => ({
    type: 'ModerateCriterion',
    chair: CHAIR,
    organisationId: 'harbour',
    criterionId: 'quality',
    score: 3,
    reason: 'The pilot is small.',
    present: members.slice(0, 6),
    ...more,
  })
  const hold = (more: Partial<Extract<EvaluationCommand, { type: 'HoldMeeting' }>> = {}): EvaluationCommand => ({
    type: 'HoldMeeting',
    chair: CHAIR,
    heldOn: '2026-01-05',
    present: members,
    agenda: [{ organisationId: 'harbour', criterionId: 'quality' }],
    ...more,
  })
  const met = (theCase: Case, more?: Parameters<typeof hold>[0]) =>
    following(theCase, doing(theCase, hold(more)), START)
  const moderated = (theCase: Case) => following(met(theCase), doing(met(theCase), moderate()), START)

  test('is called for where scores spread over more than 40 % of the scale', () => {
    expect(apart().evaluation).toMatchObject({
      status: 'moderating',
      toModerate: [
        {
          organisationId: 'harbour',
          criterionId: 'quality',
          lowest: 1,
          highest: 4,
          given: { ada: 4, ben: 4, cat: 4, dan: 4, eve: 4, fay: 1, guy: 1 },
        },
      ],
    })
    expect(verdict(apart(), START)).toBe('waiting')
  })

  test('is recorded beside the scores, with reason and who took part', () => {
    const theCase = moderated(apart())
    expect(theCase.evaluation).toMatchObject({
      moderated: [{ score: 3, reason: 'The pilot is small.', present: members.slice(0, 6) }],
    })
    expect(theCase.scoreSheets?.['1#harbour#guy']?.scores['quality']?.score).toBe(1)
    expect(verdict(theCase, START)).toBe('answered')
    expect(refusedWith(() => doing(theCase, moderate()))).toBe('AlreadyDone')
    expect(refusedWith(() => doing(theCase, hold()))).toBe('AlreadyDone')
  })

  test('is the chair’s to record, with a quorum that the chair is in', () => {
    expect(refusedWith(() => doing(apart(), moderate({ chair: 'ben' })))).toBe('NotAllowed')
    expect(refusedWith(() => doing(apart(), moderate({ criterionId: 'access' })))).toBe('NotFound')
    const refused = refusal(() => doing(met(apart()), moderate({ present: ['ben', 'cat', 'pam'], reason: '  ' })))
    expect(refused.faults.map(({ message }) => message)).toEqual([
      'Only members of this panel who are not excluded take part',
      'The chair takes part',
      'At least 5 members must take part',
      'Give the reason for the moderated score',
    ])
    expect(refusedWith(() => doing(scoring(), moderate()))).toBe('TooEarly')
    expect(
      refusedWith(() => doing(stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 }), moderate())),
    ).toBe('TooLate')
  })

  test('is recorded with the meeting, its attendance and its agenda', () => {
    expect(refusedWith(() => doing(apart(), moderate()))).toBe('TooEarly')
    expect(met(apart()).evaluation).toMatchObject({
      meetings: [{ number: 1, heldOn: '2026-01-05', present: members, recordedAt: START }],
    })
    const quality = { organisationId: 'harbour', criterionId: 'quality' }
    const access = { organisationId: 'meadow', criterionId: 'access' }
    const refused = refusal(() =>
      doing(apart(), hold({ heldOn: '2026-01-06', present: ['ben', 'pam'], agenda: [quality, access, quality] })),
    )
    expect(refused.faults.map(({ path }) => path.join(' '))).toEqual([
      'heldOn',
      'present',
      'present',
      'present',
      'agenda 1',
      'agenda 2',
    ])
    // Only who was at the meeting took part in what was discussed there.
    const few = met(apart(), { present: members.slice(0, 5) })
    expect(refusal(() => doing(few, moderate())).faults.map(({ message }) => message)).toEqual([
      'Only who was at meeting 1 took part',
    ])
    expect(refusedWith(() => doing(apart(), hold({ chair: 'ben' })))).toBe('NotAllowed')
  })

  test('where the panel discussed and did not agree, the median stands, with the reason', () => {
    const { type: _, score: __, ...discussed } = moderate() as Extract<EvaluationCommand, { type: 'ModerateCriterion' }>
    const left = following(met(apart()), doing(met(apart()), { type: 'LeaveToMedian', ...discussed }), START)
    expect(left.evaluation).toMatchObject({
      moderated: [],
      notAgreed: [{ reason: 'The pilot is small.', meeting: 1 }],
    })
    expect(verdict(left, START)).toBe('answered')
    expect(viewModeration(left, 'ben').matters[0]).toMatchObject({
      open: false,
      median: '4',
      notAgreed: { reason: 'The pilot is small.' },
      given: [{}, {}, {}, {}, {}, { member: 'fay', difference: '+3' }, {}],
    })
    expect(step(left, { type: 'CloseModeration', attempt: 6 })).toMatchObject([
      { data: { medians: [{ organisationId: 'harbour', criterionId: 'quality', median: '4' }] } },
    ])
  })

  test('at the deadline the median stands, and that is said', () => {
    const due = '2026-01-20T00:00:00.000Z' // 14 days
    expect(verdict(attended(apart(), addMilliseconds(due, -1)), addMilliseconds(due, -1))).toBe('waiting')
    expect(verdict(attended(apart(), due), due)).toBe('answered')
    expect(step(apart(), { type: 'CloseModeration', attempt: 6 }, due)).toEqual([
      {
        type: 'ModerationClosed',
        data: { round: 1, medians: [{ organisationId: 'harbour', criterionId: 'quality', median: '4' }] },
      },
    ])
  })

  test('agreed with somebody who is excluded since, it is open again', () => {
    const excluded = following(
      moderated(apart()),
      [{ type: 'MemberExcluded', data: { person: 'ben', reason: 'A tie.' } }],
      START,
    )
    expect(verdict(excluded, START)).toBe('waiting')
    expect(viewModeration(excluded, 'cat')).toMatchObject({
      setAside: ['ben'],
      matters: [{ open: true, undone: { score: 3, present: expect.arrayContaining(['ben']) } }],
    })
    const rest = members.filter((member) => member !== 'ben')
    const again = met(excluded, { present: rest })
    expect(types(doing(again, moderate({ present: rest })))).toEqual(['CriterionModerated'])
  })

  test('far apart only through somebody who is excluded since, nobody has to discuss it, and the mean of the others counts', () => {
    const one = stepped(
      scoredByAll(scoring(), members, (member) => given(member === 'guy' ? 0 : 4, 3)),
      { type: 'CloseScoring', attempt: 6 },
    )
    expect(verdict(one, START)).toBe('waiting')
    const excluded = following(one, [{ type: 'MemberExcluded', data: { person: 'guy', reason: 'A tie.' } }], START)
    expect(verdict(excluded, START)).toBe('answered')
    const [matter] = viewModeration(excluded, 'ben').matters
    expect(matter).toMatchObject({ open: false, settled: true, lowest: 4, highest: 4 })
    expect(matter?.given.map(({ member }) => member)).not.toContain('guy')
    const ranked = (
      [
        { type: 'CloseModeration', attempt: 6 },
        { type: 'OpenPrices', attempt: 6, prices: { harbour: { pence: 5 }, meadow: { pence: 5 } } },
        { type: 'RankTenders', attempt: 6 },
      ] as const
    ).reduce((before, next) => stepped(before, next), excluded)
    expect(ranked.evaluation).toMatchObject({
      ranking: [{ criteria: [{ score: '4', basis: 'mean' }, {}] }, { criteria: [{ score: '4' }, {}] }],
    })
  })

  describe('when members are lost, and with them the quorum', () => {
    const without = (theCase: Case, ...people: string[]) =>
      following(
        theCase,
        people.map((person) => ({ type: 'MemberExcluded', data: { person, reason: 'A tie.' } })),
        START,
      )
    const close: EvaluationStep = { type: 'CloseModeration', attempt: 6 }
    const escalated = (theCase: Case) => following(theCase, step(theCase, close), START, { step: 'a-step' })

    test.each([
      ['with criteria to moderate', apart],
      ['with all of them moderated', () => moderated(apart())],
      [
        'with nothing to moderate',
        () => stepped(scoredByAll(scoring(), members), { type: 'CloseScoring', attempt: 6 }),
      ],
    ])('%s, closing it escalates, and goes on waiting for the programme manager', (_, scored) => {
      const lost = without(scored(), 'eve', 'fay', 'guy')
      expect(verdict(lost, START)).toBe('answered')
      const late = escalated(lost)
      expect(late.evaluation?.status).toBe('moderating')
      expect(late.life.wait).toMatchObject({ name: 'moderation', escalatedAt: START })
      expect(waitRules.moderation.waitsFor(late)).toEqual([{ kind: 'programme-manager' }])
      expect(verdict(late, START)).toBe('waiting')
      expect(step(late, close)).toEqual([])
      const chaseAt = late.life.wait?.chaseAt ?? ''
      expect(attend(late, execution, ['moderation'], chaseAt)).toMatchObject({ verdict: 'act' })
      expect(verdict(attended(late, chaseAt), chaseAt)).toBe('waiting')
      const back = decideLife(late, { type: 'SendBack', to: 'specification', reason: 'A new panel.' }, on(START))
      expect(types(back)).toEqual(['StageEntered'])
    })

    test('between the moderation and the ranking, prices stay sealed and nothing is ranked: it escalates, once', () => {
      const openPrices: EvaluationStep = {
        type: 'OpenPrices',
        attempt: 6,
        prices: { harbour: { pence: 100 }, meadow: { pence: 200 } },
      }
      const rankThem: EvaluationStep = { type: 'RankTenders', attempt: 6 }
      const closed = stepped(moderated(apart()), close)
      for (const [scored, next] of [
        [closed, openPrices],
        [stepped(closed, openPrices), rankThem],
      ] as const) {
        expect(types(step(scored, next))).not.toContain('Escalated')
        const lost = without(scored, ...members)
        expect(verdict(lost, START)).toBe('answered')
        const late = following(lost, step(lost, next), START, { step: 'a-step' })
        expect(late.evaluation?.status).toBe(scored.evaluation?.status)
        expect(late.life.wait).toMatchObject({ name: 'moderation', escalatedAt: START })
        expect(verdict(late, START)).toBe('waiting')
        expect(step(late, next)).toEqual([])
      }
    })

    test('one short of it only, the panel goes on', () => {
      expect(types(step(without(moderated(apart()), 'guy'), close))).toEqual(['ModerationClosed'])
    })

    test('while it scores, no more time is given: it is escalated at the deadline', () => {
      const lost = without(scoring(), 'eve', 'fay', 'guy')
      const late = attended(lost, DUE)
      expect(late.life.wait).toMatchObject({ escalatedAt: DUE, extensions: 0 })
      expect(waitRules.scores.waitsFor(late)).toContainEqual({ kind: 'programme-manager' })
    })

    test('between the last score and the close, it waits for scores again', () => {
      const all = scoredByAll(scoring(), members)
      expect(verdict(all, START)).toBe('answered')
      const lost = without(all, 'eve', 'fay', 'guy')
      expect(step(lost, { type: 'CloseScoring', attempt: 6 })).toEqual([])
      expect(verdict(lost, START)).toBe('waiting')
    })
  })

  describe('and only then the prices', () => {
    const prices = { harbour: { pence: 300_000 }, meadow: { pence: 200_000 } }
    const open: EvaluationStep = { type: 'OpenPrices', attempt: 6, prices }

    test('stay sealed until it has closed', () => {
      expect(refusedWith(() => step(moderated(apart()), open))).toBe('TooEarly')
      expect(refusedWith(() => step(scoring(), open))).toBe('TooEarly')
    })

    test('rank the tenders: moderated scores, else the mean; lots from the record as it stood before', () => {
      const closed = stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 })
      const ranked = stepped(stepped(closed, open), { type: 'RankTenders', attempt: 6 })
      expect(ranked.evaluation).toMatchObject({
        seed: closed.head,
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
      expect(refusedWith(() => stepped(opened, rank))).toBe('TooEarly')
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
        prices: { ...prices, meadow: { pence: 240_000, documents: [unread] } },
      })
      expect(opened.life.wait?.name).toBe('compliance')
      const pass = { id: 1, verdict: 'pass' as const, reasons: 'The price itself can be read.', person: 'pm' }
      expect(types(ruleOnCompliance(opened, pass, on(START)))).toEqual(['ComplianceRuled'])
      const passed = following(opened, ruleOnCompliance(opened, pass, on(START)), START)
      const ranked = stepped(passed, { type: 'RankTenders', attempt: 6 })
      expect(ranked.evaluation).toMatchObject({ ranking: [{}, {}] })
    })

    test('scores of a member excluded since count nowhere', () => {
      const closed = stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 })
      const without = following(closed, [{ type: 'MemberExcluded', data: { person: 'guy', reason: 'A tie.' } }], START)
      const ranked = stepped(stepped(without, open), { type: 'RankTenders', attempt: 6 })
      // Access of Meadow without Guy: (5·4 + 2) / 6
      expect(ranked.evaluation).toMatchObject({
        ranking: [{ organisationId: 'meadow', criteria: [{}, { score: '11/3' }] }, {}],
      })
    })
  })
})

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
      { type: 'CheckCompliance', attempt: 6 },
      { type: 'OpenScoring', attempt: 6 },
      { type: 'CloseScoring', attempt: 6 },
      { type: 'CloseModeration', attempt: 6 },
      { type: 'OpenPrices', attempt: 6, prices: { harbour: { pence: 2 }, meadow: { pence: 1 } } },
      { type: 'RankTenders', attempt: 6 },
    ]
    for (const made of steps) {
      theCase = stepped(theCase, made)
      if (made.type === 'OpenScoring' && last !== 'OpenScoring') theCase = scoredByAll(theCase, members)
      if (made.type === last) break
    }
    for (const made of steps.slice(0, steps.findIndex(({ type }) => type === last) + 1))
      expect(step(theCase, made)).toEqual([])
    expect(refusedWith(() => step(theCase, { type: 'OpenScoring', attempt: 5 }))).toBe('CaseMovedOn')
  })
})
