import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { askForDocument, mustTakeDocument, supplyDocument } from '../../../domain/compliance/missing-document.ts'
import { type RaiseQuestion, raiseQuestion } from '../../../domain/compliance/raise.ts'
import { viewCompliance, viewMissingDocument } from '../../../domain/compliance/view.ts'
import { scoringIsOver } from '../../../domain/evaluation/waits.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import { members, on, START } from '../case-in.ts'
import {
  DUE,
  EXTENDED,
  given,
  matter,
  opened,
  scoredBy,
  attended as scoresAttended,
  scoring,
  stepped,
  tendered,
} from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'

const HOUR = 3_600_000
const later = (hours: number) => addMilliseconds(START, hours * HOUR)
const [member = '', another = ''] = members
const document = {
  id: 'a'.repeat(32),
  name: 'Insurance.pdf',
  type: 'application/pdf' as const,
  bytes: 4,
  sha256: 'b'.repeat(64),
  documentKey: 'somewhere',
}

const raised = (theCase: Case, more: Partial<RaiseQuestion> = {}, at = START): Case =>
  following(
    theCase,
    raiseQuestion(
      theCase,
      { organisationId: 'harbour', requirement: 'missing', says: 'No insurance.', person: member, ...more },
      on(at),
    ),
    at,
  )
const asked = (theCase: Case, id = 1, at = START): Case =>
  following(theCase, askForDocument(theCase, { id, document: 'The insurance', person: 'pm' }, on(at)), at)
const supplied = (theCase: Case, organisationId = 'harbour', at = later(23)): Case =>
  following(theCase, supplyDocument(theCase, { organisationId, person: 'pia', ...document }, on(at)), at)
const ruled = (theCase: Case, person: string, verdict: 'pass' | 'fail', at: string, id = 1): Case =>
  following(theCase, ruleOnCompliance(theCase, { id, verdict, reasons: 'So.', person }, on(at)), at)
const attended = (theCase: Case, at: string) =>
  attend(theCase, { caseId: 'case-1', attempt: 6 }, ['compliance', 'missing document'], at)

describe('a question that people raise (issue 6, point 6)', () => {
  test('takes the case from the scoring back to compliance; what was scored stands', () => {
    const scored = scoredBy(scoring(), member, 'meadow', given(3, 4))
    const theCase = raised(scored, { requirement: 'other' })
    expect(theCase.evaluation).toMatchObject({ status: 'due', submitted: { [member]: ['meadow'] } })
    expect(theCase.life.wait?.name).toBe('compliance')
    expect(viewCompliance(theCase, START).questions).toMatchObject([
      { id: 1, organisationId: 'harbour', says: 'No insurance.', raised: { person: member }, mayAsk: true },
    ])
    const out = ruled(ruled(theCase, member, 'fail', START), another, 'fail', START)
    const on = stepped(stepped(out, { type: 'CloseCompliance', attempt: 6 }), { type: 'OpenScoring', attempt: 6 })
    expect(on.evaluation).toMatchObject({
      status: 'scoring',
      tenders: ['meadow'],
      submitted: { [member]: ['meadow'] },
    })
  })

  test('gives back the time that was left when it was raised, as a pause does, and no extension that was used up', () => {
    const reopened = (theCase: Case, raisedAt: string, ruledAt: string) => {
      const asked = raised(theCase, {}, raisedAt)
      const passed = ruled(asked, another, 'pass', ruledAt, asked.compliance?.questions.length)
      return stepped(
        stepped(passed, { type: 'CloseCompliance', attempt: 6 }, ruledAt),
        { type: 'OpenScoring', attempt: 6 },
        ruledAt,
      )
    }
    // Five of seven are in, the deadline was extended once, and somebody late asks something in the last minute, again and again.
    const five = members
      .slice(0, 5)
      .reduce(
        (so, one) => ['harbour', 'meadow'].reduce((on, bid) => scoredBy(on, one, bid, given(3, 3)), so),
        scoring(),
      )
    const extended = scoresAttended(five, DUE)
    expect(extended.life.wait).toMatchObject({ name: 'scores', dueAt: EXTENDED, automaticExtensions: 1 })
    const lastMinute = addMilliseconds(EXTENDED, -60_000)
    const once = reopened(extended, lastMinute, lastMinute)
    expect(once.life.wait).toMatchObject({ name: 'scores', dueAt: EXTENDED, automaticExtensions: 1 })
    expect(scoringIsOver(once, EXTENDED)).toBe(true)
    // Ruled on three days later, the deadline is three days later.
    const threeDays = addMilliseconds(lastMinute, 72 * HOUR)
    const twice = reopened(once, lastMinute, threeDays)
    expect(twice.life.wait?.dueAt).toBe(addMilliseconds(EXTENDED, 72 * HOUR))
    expect(scoringIsOver(twice, addMilliseconds(EXTENDED, 72 * HOUR))).toBe(true)
    // Early on, everybody keeps what they had.
    const early = reopened(scoring(), START, later(48))
    expect(early.life.wait).toMatchObject({ dueAt: addMilliseconds(DUE, 48 * HOUR), automaticExtensions: 0 })
    // A document is asked for in between: it is one interruption.
    const asking = asked(raised(scoring()))
    const answered = ruled(supplied(asking), another, 'pass', later(24))
    const open = stepped(
      stepped(answered, { type: 'CloseCompliance', attempt: 6 }, later(24)),
      { type: 'OpenScoring', attempt: 6 },
      later(24),
    )
    expect(open.life.wait?.dueAt).toBe(addMilliseconds(DUE, 24 * HOUR))
  })

  test('joins those that the opening raised', () => {
    const opening = tendered({ harbour: opened(['quality']), meadow: opened() })
    const bidders = stepped(opening, { type: 'CheckBidders', attempt: 6, matter: matter(opening) })
    const theCase = raised(stepped(bidders, { type: 'CheckCompliance', attempt: 6, matter: matter(bidders) }), {
      organisationId: 'meadow',
    })
    expect(theCase.compliance?.questions.map(({ id, requirement }) => [id, requirement])).toEqual([
      [1, 'answers'],
      [2, 'missing'],
    ])
    // An answer is scored: it is never asked for again.
    expect(refusedWith(() => asked(theCase, 1))).toBe('NotAllowed')
  })

  test('is about a tender that is there, before it is too late', () => {
    expect(refusedWith(() => raised(scoring(), { organisationId: 'nobody' }))).toBe('NotFound')
    expect(refusedWith(() => raised(tendered()))).toBe('TooEarly')
    const closed = following(
      scoring(),
      [{ type: 'ScoringClosed', data: { round: 1, finished: [], leftOut: [], toModerate: [] } }],
      START,
    )
    expect(refusedWith(() => raised(closed))).toBe('TooLate')
  })
})

describe('one chance to supply a missing document within 24 hours (issue 6, point 6)', () => {
  test('the bidder is waited for, reminded, and supplies it in time', () => {
    const theCase = asked(raised(scoring()))
    expect(theCase.life.wait).toMatchObject({ name: 'missing document', dueAt: later(24), remindAt: later(12) })
    expect(waitRules['missing document'].waitsFor(theCase)).toEqual([{ kind: 'provider', id: 'harbour' }])
    expect(attended(theCase, START).verdict).toBe('waiting')
    const reminder = attended(theCase, later(12))
    expect(reminder.verdict === 'act' && types(reminder.events)).toEqual(['Reminded'])
    expect(viewMissingDocument(theCase, 'harbour', START).question).toMatchObject({
      document: 'The insurance',
      dueAt: later(24),
    })
    expect(viewMissingDocument(theCase, 'meadow', START)).toEqual({})
    // Nobody rules on what may yet come.
    expect(refusedWith(() => ruled(theCase, member, 'fail', START))).toBe('TooEarly')
    const came = supplied(theCase)
    expect(came.life.wait?.name).toBe('compliance')
    const [question] = viewCompliance(came, later(23)).questions
    expect(question).toMatchObject({ supplied: { name: 'Insurance.pdf', person: 'pia', at: later(23) } })
    expect(question?.supplied).not.toHaveProperty('documentKey')
    expect(refusedWith(() => supplied(came))).toBe('AlreadyDone')
    expect(viewCompliance(ruled(came, 'pm', 'pass', later(23)), later(23)).questions[0]?.outcome).toBe('pass')
  })

  test('at the deadline it is decided without it; what comes late is refused with its time', () => {
    const theCase = asked(raised(scoring()))
    const reminded = following(
      theCase,
      [{ type: 'Reminded', data: { wait: 'missing document', who: [] } }],
      later(12),
      { step: 'attend-to-the-compliance' },
    )
    const over = attended(reminded, later(24))
    expect(over.verdict === 'act' && over.events).toMatchObject([{ type: 'WaitOpened', data: { name: 'compliance' } }])
    expect(() => mustTakeDocument(theCase, 'harbour', addMilliseconds(later(24), -1))).not.toThrow()
    expect(refusal(() => supplied(theCase, 'harbour', later(24)))).toMatchObject({
      code: 'TooLate',
      message: expect.stringMatching(/^Your document arrived at \d\d:\d\d:\d\d\.000 on .*The time for it ended at/),
    })
    expect(viewCompliance(ruled(theCase, 'pm', 'fail', later(24)), later(24)).questions[0]?.first?.verdict).toBe('fail')
  })

  test('every bidder has it: no tender is excluded for a document before its bidder was asked', () => {
    const theCase = raised(scoring())
    const [open] = viewCompliance(theCase, START).questions
    expect(open).toMatchObject({ mayAsk: true, mayFail: false })
    expect(refusal(() => ruled(theCase, member, 'fail', START)).message).toContain('Ask the bidder for this document')
    expect(ruled(theCase, member, 'pass', START).compliance?.questions[0]?.first?.verdict).toBe('pass')
    // One chance: whatever else is missing fails without another; and who is out for something else needs none.
    const both = raised(supplied(asked(theCase)), { says: 'No accounts either.' }, later(23))
    expect(ruled(both, member, 'fail', later(23), 2).compliance?.questions[1]?.first?.verdict).toBe('fail')
    const other = raised(raised(scoring(), { requirement: 'other' }))
    const out = ruled(ruled(other, member, 'fail', START), another, 'fail', START)
    expect(ruled(out, member, 'fail', START, 2).compliance?.questions[1]?.first?.verdict).toBe('fail')
  })

  test('each bidder has one chance, and none has less time than another', () => {
    const two = raised(raised(scoring()), { organisationId: 'meadow' })
    const both = asked(asked(two), 2, later(10))
    expect(both.life.wait?.dueAt).toBe(later(34))
    expect(refusedWith(() => asked(both, 1, later(11)))).toBe('AlreadyDone')
    const again = raised(both, { says: 'No accounts either.' }, later(11))
    expect(refusedWith(() => asked(again, 3, later(11)))).toBe('AlreadyDone')
    // While the other still may, it goes on being waited for.
    expect(supplied(both).life.wait?.name).toBe('missing document')
    expect(supplied(supplied(both), 'meadow').life.wait?.name).toBe('compliance')
    expect(refusedWith(() => supplied(both, 'ridge'))).toBe('NotFound')
  })

  test('whose time is over has none again when another bidder is asked', () => {
    const two = raised(raised(scoring()), { organisationId: 'meadow' })
    const first = asked(two)
    expect(refusedWith(() => asked(first, 2, later(24)))).toBe('TooEarly')
    const over = attended(
      following(first, [{ type: 'Reminded', data: { wait: 'missing document', who: [] } }], later(12), {
        step: 'attend-to-the-compliance',
      }),
      later(24),
    )
    if (over.verdict !== 'act') throw new Error('The time was not over.')
    const both = asked(following(first, over.events, later(24)), 2, later(30))
    expect(waitRules['missing document'].waitsFor(both)).toEqual([{ kind: 'provider', id: 'meadow' }])
    expect(refusedWith(() => supplied(both, 'harbour', later(31)))).toBe('TooLate')
    expect(viewCompliance(both, later(31)).questions.map(({ mayStillCome }) => mayStillCome)).toEqual([false, true])
    expect(ruled(both, 'pm', 'fail', later(31)).compliance?.questions[0]?.first?.verdict).toBe('fail')
    expect(supplied(both, 'meadow', later(31)).life.wait?.name).toBe('compliance')
  })
})
