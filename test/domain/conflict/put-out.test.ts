import { describe, expect, test } from 'vitest'
import { recommendationBlocks } from '../../../domain/approval/recommendation-blocks.ts'
import { evolveBusinessCase } from '../../../domain/business-case/evolve.ts'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { type Question, undecided } from '../../../domain/compliance/compliance.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { viewCompliance } from '../../../domain/compliance/view.ts'
import { type Conflicts, flagged } from '../../../domain/conflict/conflict.ts'
import { evolveConflicts } from '../../../domain/conflict/evolve.ts'
import { isOfPutOut } from '../../../domain/conflict/put-out.ts'
import { recheckCase } from '../../../domain/conflict/recheck.ts'
import type { Decision } from '../../../domain/decision/decision.ts'
import { courseOf } from '../../../domain/decision/step.ts'
import { messagesOf } from '../../../domain/message/message.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { by, on, START } from '../case-in.ts'
import { announced, confirmed, stepped as decided, doing, done, ranked, step } from '../decision/ranked.ts'
import { matter, scoredByAll, scoring, stepped } from '../evaluation/scored.ts'
import { following, refusedWith, types } from '../story.ts'

/** What the check finds once the register says that this officer is a director of Harbour, who tendered. */
function found(theCase: Case, person: string): CaseEvent[] {
  const interests = [{ organisationId: 'harbour', kind: 'director' as const, detail: '' }]
  const entry = {
    ...{ person, declaration: { kind: 'interests' as const, interests }, declaredAt: START },
    ...{ recorded: [], dropped: [], interests: [], said: [] },
  }
  const against = { ...matter(theCase, namedInTenders(theCase.tender, [])), officers: [person] }
  return recheckCase(theCase, { ...against, entries: new Map([[person, entry]]) }, 'register')
}
const barred = (theCase: Case, person: string) => following(theCase, found(theCase, person), START, { step: 'recheck' })

const ruling = (theCase: Case, person: string, verdict: 'pass' | 'fail' = 'fail') =>
  following(theCase, ruleOnCompliance(theCase, { id: 1, verdict, reasons: 'So.', person }, on(START)), START)

/** In the scoring something was raised about Meadow, and these people have ruled that it fails. */
function ruled(...people: string[]): Case {
  const raised = raiseQuestion(
    scoring(),
    { organisationId: 'meadow', requirement: 'other', says: 'It lacks a plan.', person: 'pm' },
    on(START),
  )
  return people.reduce((so, person) => ruling(so, person), following(scoring(), raised, START))
}
const question = ({ compliance }: Case): Question => {
  const [one] = compliance?.questions ?? []
  if (!one) throw new Error('There is a question.')
  return one
}

describe('an officer who is found to be conflicted (requirements §4)', () => {
  test('excludes no tender: what they ruled is open again, and so is compliance', () => {
    const scored = stepped(stepped(ruled('pm', 'ben'), { type: 'CloseCompliance', attempt: 6 }), {
      type: 'OpenScoring',
      attempt: 6,
    })
    expect(scored.evaluation).toMatchObject({ status: 'scoring', tenders: ['harbour'] })
    const after = barred(scored, 'pm')
    expect(question(after)).toMatchObject({ first: { person: 'ben' }, setAside: [{ person: 'pm', verdict: 'fail' }] })
    expect(question(after).second).toBeUndefined()
    expect(after.evaluation?.status).toBe('due')
    expect(types(barredAgain(after))).toEqual([])
    const asked = stepped(after, { type: 'CloseScoring', attempt: 6 })
    expect(asked.life.wait?.name).toBe('compliance')
    // The same by a ruling on a flag of theirs.
    const out: CaseEvent = { type: 'PersonBarred', data: { person: 'pm', reasons: 'A tie.' } }
    expect(following(after, [out], START).compliance).toEqual(after.compliance)
  })

  test('lets no tender pass, either', () => {
    const passed = ruling(ruled(), 'pm', 'pass')
    expect(undecided(passed.compliance)).toEqual([])
    expect(undecided(barred(passed, 'pm').compliance)).toHaveLength(1)
  })

  test('is shown where the ruling stands, because the scores were in', () => {
    const settled = stepped(scoredByAll(scoring(), ['ada', 'ben', 'cat', 'dan', 'eve', 'fay', 'guy']), {
      type: 'CloseScoring',
      attempt: 6,
    })
    const [one] = ruled('pm', 'ben').compliance?.questions ?? []
    const stood: Case = { ...settled, compliance: { round: 1, questions: one ? [one] : [], standing: 1 } }
    expect(viewCompliance(stood, START).questions[0]?.stands).toBe(false)
    expect(viewCompliance(barred(stood, 'pm'), START).questions[0]).toMatchObject({ outcome: 'fail', stands: true })
  })

  test('takes no bidder’s only chance to supply a document', () => {
    const asked = { person: 'pm', at: START, document: 'The plan' }
    const theCase = ruled()
    const lapsed = { ...question(theCase), asked, lapsed: true }
    const compliance = { round: 1, questions: [lapsed] }
    const after = barred({ ...theCase, compliance }, 'pm')
    expect(question(after)).toMatchObject({ askedBefore: [asked] })
    expect(viewCompliance(after, START).questions[0]?.mayAsk).toBe(true)
    const { lapsed: _, ...waiting } = lapsed
    expect(question(barred({ ...theCase, compliance: { round: 1, questions: [waiting] } }, 'pm')).asked).toEqual(asked)
  })

  test('has settled no interest: it waits for a ruling by somebody else; a bar they ruled stays', () => {
    const said = { rule: 'flag-other' as const, evidence: 'Declared: plays golf with Harbour.' }
    const results = { ann: { result: 'flagged' as const, findings: [said] } }
    const events: CaseEvent[] = [
      {
        type: 'ConflictsChecked',
        data: { occasion: 'nomination', register: 'r', results: { ...results, bea: results.ann } },
      },
      { type: 'InterestCleared', data: { person: 'ann', reasons: 'Only golf.', findings: [said] } },
      { type: 'PersonBarred', data: { person: 'bea', reasons: 'Every week.', findings: [said] } },
    ]
    const theCase = following(scoring(), events, START, by('pm', 'programme-manager'))
    expect(flagged(theCase.conflicts)).toEqual([])
    const after = barred(theCase, 'pm')
    expect(flagged(after.conflicts)).toEqual(['ann'])
    expect(after.conflicts?.standings['bea']?.status).toBe('barred')
  })
})

const barredAgain = (theCase: Case) => found(theCase, 'pm')

describe('an approver who is found to be conflicted (requirements §4)', () => {
  const approver = by('app', 'approver')
  const approved = (theCase = confirmed()) => {
    const { decision } = theCase
    return { ...theCase, decision: { ...decision, answeredBy: ['app'] } as Decision }
  }

  test.each([
    ['before the bidders are told', () => approved()],
    ['in the standstill', () => announced(START, approved())],
  ])('has confirmed nothing, %s: the panel decides again', (_, story) => {
    const after = barred(story(), 'app')
    expect(after.decision).toMatchObject({ status: 'due', returned: [{ by: 'exclusion' }] })
    expect(after.decision?.returned[0]?.reasons).toContain('An approver')
    expect(courseOf(after)).toBe('vote')
    expect(step(after, 'MakeAward', '2026-04-01T09:00:00.000Z')).toEqual([])
    expect(refusedWith(() => doing(after, { type: 'ConfirmRecommendation', reasons: 'Yes.' }))).toBe('AlreadyDone')
    expect(decided(after, 'OpenAwardVote').decision).toMatchObject({ status: 'voting', sitting: 2 })
  })

  test('tells the bidders once that what they had been told no longer stands', () => {
    const events = found(announced(START, approved()), 'app')
    const after = following(announced(START, approved()), events, START)
    expect(after.decision?.superseded).toHaveLength(1)
    expect(messagesOf(after, events)).toMatchObject([
      { data: { to: ['harbour', 'meadow', 'ridge'], text: expect.stringContaining('no longer stands') } },
    ])
    // A later check tells nobody again.
    const later = following(after, events, '2026-01-06T09:00:00.000Z')
    expect(messagesOf(later, events)).toEqual([])
  })

  test('confirmed or rejected by who did so on the record; their rejection counts no more, either', () => {
    const rejected: CaseEvent = { type: 'RecommendationRejected', data: { sitting: 1, reasons: 'Take Harbour.' } }
    const confirm: CaseEvent = { type: 'RecommendationConfirmed', data: { sitting: 1, reasons: 'Yes.' } }
    const open = decided(ranked(), 'OpenAwardVote')
    const recommended: CaseEvent = {
      type: 'RecommendationMade',
      data: { sitting: 1, recommendation: { outcome: 'no award' }, reasons: [] },
    }
    const back = following(following(open, [recommended], START), [rejected], START, approver)
    const again = following(decided(back, 'OpenAwardVote'), [recommended], START)
    const by2 = following(again, [confirm], START, by('other', 'approver'))
    expect(by2.decision?.answeredBy).toEqual(['app', 'other'])
    const after = barred(by2, 'app')
    expect(after.decision).toMatchObject({ status: 'due', answeredBy: ['other'] })
    expect(barred(after, 'app').decision).toEqual(after.decision)
  })

  test('changes nothing of what was awarded', () => {
    const award: CaseEvent = { type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } }
    const awarded = following(announced(START, approved()), [award], START)
    expect(barred(awarded, 'app').decision).toEqual(awarded.decision)
  })

  test('approved a business case: the approver of the outcome is told', () => {
    const put = evolveBusinessCase(undefined, {
      ...{ type: 'BusinessCasePut', data: { round: 1, version: 1 }, at: START, by: { step: 's' } },
    })
    const businessCase = evolveBusinessCase(put, {
      ...{ type: 'BusinessCaseApproved', data: { reasons: 'Yes.' }, at: START, by: approver },
    })
    const theCase: Case = { ...confirmed(), ...(businessCase && { businessCase }) }
    const told = (of: Case) => {
      const { decision } = of
      if (!decision || !('recommendation' in decision)) throw new Error('It was recommended.')
      return JSON.stringify(recommendationBlocks(of, decision, (id) => id))
    }
    expect(told(theCase)).not.toContain('approved the business case')
    expect(told(barred(theCase, 'app'))).toContain('who approved the business case was excluded')
  })
})

test('whoever confirms is remembered', () => {
  const theCase = confirmed()
  const [last] = [...(theCase.decision?.answeredBy ?? [])]
  expect(last).toBeTruthy()
  expect(
    done(announced(), { type: 'MakeRepresentation', organisationId: 'meadow', text: 'No.' }).decision,
  ).toMatchObject({
    status: 'standstill',
    answeredBy: [last],
  })
})

test.each([
  ['what the manager decided', 'pm', 'programme-manager', true],
  ['what an approver decided', 'pm', 'approver', true],
  ['what they did as a member, which is undone', 'pm', 'panel-member', false],
  ['what somebody else decided', 'deputy', 'deputy-programme-manager', false],
] as const)('is named on the record as theirs who are out: %s', (_, person, as, named) => {
  const theCase = scoring()
  expect(isOfPutOut(theCase, by(person, as))).toBe(false)
  expect(isOfPutOut(barred(theCase, 'pm'), by(person, as))).toBe(named)
  expect(isOfPutOut(barred(theCase, 'pm'), { step: 'open-the-tenders' })).toBe(false)
})

describe('what somebody settled who is out now', () => {
  const at = START
  const settled = [{ fingerprint: 'f', ruling: 'cleared' as const, reasons: 'So.', by: 'pm', at }]
  const standings = {
    cyd: { status: 'clear' as const, settled },
    dee: { status: 'barred' as const, findings: [], settled },
    eve: {
      status: 'cleared' as const,
      findings: [{ rule: 'flag-gift' as const, evidence: 'A dinner.', fingerprint: 'f' }],
      reasons: 'So.',
      by: 'pm',
      at,
      settled,
    },
    // Of two matches one is ruled on by somebody else.
    fay: {
      status: 'cleared' as const,
      findings: ['e', 'f'].map((fingerprint) => ({ rule: 'flag-gift' as const, evidence: 'A dinner.', fingerprint })),
      ...{ reasons: 'So.', by: 'pm', at },
      settled: [
        ...settled,
        { ...settled[0], ruling: 'cleared' as const, fingerprint: 'e', reasons: 'So.', by: 'deputy', at },
      ],
    },
  }
  const conflicts = { register: '1', checkedAt: at, standings }

  const upon = (event: CaseEvent, before: Conflicts = conflicts) =>
    evolveConflicts(before, { ...event, at, by: { step: 'a-step' } })
  const out: CaseEvent = { type: 'MemberExcluded', data: { person: 'pm', reason: 'A tie.' } }

  test('is open again where it still matters, and nobody else stands otherwise for it', () => {
    expect(upon(out)?.standings).toMatchObject({
      cyd: { status: 'clear', settled: [] },
      dee: { status: 'barred', settled: [] },
      eve: { status: 'flagged' },
      fay: { status: 'flagged', settled: [{ by: 'deputy' }] },
    })
    expect(flagged(upon({ type: 'MemberExcluded', data: { person: 'gus', reason: 'A tie.' } }))).toEqual([])
  })

  test.each([
    ['the award', { type: 'AwardMade', data: { organisationId: 'harbour' } }, true],
    ['the announcement that there is none', { type: 'OutcomeAnnounced', data: {} }, true],
    ['the announcement of what stands still', { type: 'OutcomeAnnounced', data: { standstill: {} } }, false],
  ])('is counted as it was once it is decided: %s', (_, event, decided) => {
    const counted = upon(event as unknown as CaseEvent)
    expect(counted?.atDecision?.checked).toBe(decided ? 4 : undefined)
    expect(flagged(upon(out, counted))).toEqual(decided ? [] : ['eve', 'fay'])
  })
})
