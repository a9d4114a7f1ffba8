import { describe, expect, test } from 'vitest'
import type { EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { members, on, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import {
  attended,
  DUE,
  doing,
  EXTENDED,
  given,
  scoredBy,
  scoredByAll,
  scoring,
  step,
  tendered,
  verdict,
} from './scored.ts'

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
