import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { CHAIR, members, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'
import { apart, concluded, hold, met, moderate, moderated, without } from './moderated.ts'
import { price } from './price.ts'
import { attended, doing, given, scoredByAll, scoring, step, stepped, verdict } from './scored.ts'

type Discussed = Extract<EvaluationCommand, { type: 'ModerateCriterion' }>
const LATER = '2026-01-05T15:00:00.000Z'

function waitOf({ life }: Case) {
  if (!life.wait) throw new Error('The scores are waited for.')
  return life.wait
}

describe('moderation (requirements §6)', () => {
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
    expect(verdict(concluded(theCase), START)).toBe('answered')
    expect(refusedWith(() => doing(theCase, moderate()))).toBe('AlreadyDone')
    expect(refusedWith(() => doing(theCase, hold()))).toBe('AlreadyDone')
  })

  test('is the chair’s to record, with a quorum that the chair is in', () => {
    expect(refusedWith(() => doing(apart(), moderate({ chair: 'ben' })))).toBe('NotAllowed')
    expect(refusedWith(() => doing(apart(), moderate({ criterionId: 'access' })))).toBe('NotFound')
    const refused = refusal(() => doing(met(apart()), moderate({ present: ['ben', 'cat', 'pam'], reason: '  ' })))
    expect(refused.faults.map(({ message }) => message)).toEqual([
      'Only members whose scores count, and the chair, can take part',
      'The chair must take part',
      'At least 5 members must take part',
      'Give the reason for the moderated score',
    ])
    expect(refusedWith(() => doing(scoring(), moderate()))).toBe('TooEarly')
    expect(
      refusedWith(() => doing(stepped(moderated(apart()), { type: 'CloseModeration', attempt: 6 }), moderate())),
    ).toBe('TooLate')
  })

  test('is agreed by those whose scores count: who was left out makes up no quorum, and a chair left out leads only', () => {
    const slow = (...people: string[]): Case => {
      const scored = scoredByAll(
        scoring(),
        members.filter((one) => !people.includes(one)),
        (member) => given(member === 'dan' ? 0 : 5, 3),
      )
      const late = {
        ...scored,
        life: { ...scored.life, wait: { ...waitOf(scored), automaticExtensions: 1, dueAt: START } },
      }
      return stepped(late, { type: 'CloseScoring', attempt: 6 })
    }
    const two = slow('fay', 'guy')
    expect(two.evaluation).toMatchObject({ status: 'moderating', leftOut: ['fay', 'guy'] })
    const among = (present: string[]) =>
      refusal(() => doing(two, hold({ present }))).faults.map(({ message }) => message)
    expect(among(['ada', 'ben', 'cat', 'fay', 'guy'])).toEqual([
      'Only members whose scores count, and the chair, can take part',
      'At least 5 members must take part',
    ])
    expect(viewModeration(two, 'ada').members).toEqual(members.slice(0, 5))
    const chairless = slow('ada', 'guy')
    expect(viewModeration(chairless, 'ben').members).toEqual(members.slice(0, 6))
    expect(types(doing(chairless, hold({ present: members.slice(0, 6) })))).toEqual(['ModerationMeetingHeld'])
    expect(refusedWith(() => doing(chairless, hold({ present: members.slice(0, 5) })))).toBe('Invalid')
  })

  test('no meeting is dated before the scores were in, nor in the future', () => {
    for (const heldOn of ['2026-01-04', '2026-01-06'])
      expect(refusal(() => doing(apart(), hold({ heldOn }))).faults.map(({ path }) => path.join())).toEqual(['heldOn'])
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
      'Only people who were at meeting 1 can have taken part',
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
    expect(verdict(concluded(left), START)).toBe('answered')
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
        data: {
          round: 1,
          medians: [{ organisationId: 'harbour', criterionId: 'quality', median: '4' }],
          mediansOf: members,
        },
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

  test('recorded by a slip, it is corrected with its own reason until moderation closes; the first stays beside it', () => {
    const slip = moderated(apart())
    const rest = members.slice(1)
    const correction = 'The chair chose the row beside it.'
    const all = moderate({ score: 2, present: members, correction })
    expect(refusal(() => doing(slip, moderate({ score: 2 }))).message).toContain(
      'To correct what was recorded, say why',
    )
    expect(refusedWith(() => doing(met(apart()), all))).toBe('TooEarly')
    expect(refusedWith(() => doing(slip, moderate({ score: 2, correction, chair: 'ben' })))).toBe('NotAllowed')
    const faults = (more: Parameters<typeof moderate>[0]) =>
      refusal(() => doing(slip, moderate({ correction, ...more }))).faults.map(({ path }) => path.join())
    expect(faults({ score: 2, correction: '  ' })).toEqual(['correction'])
    expect(faults({})).toEqual(['correction'])
    expect(faults({ score: 2, present: rest.slice(3) })).toEqual(['present', 'present'])

    const right = following(slip, doing(slip, all), LATER)
    const first = { score: 3, reason: 'The pilot is small.', present: members.slice(0, 6), at: START }
    expect(right.evaluation).toMatchObject({
      moderated: [{ score: 2, present: members, correction, at: LATER, corrected: [first] }],
    })
    expect(viewModeration(right, 'guy').matters[0]).toMatchObject({
      open: false,
      agreed: { score: 2, correction, corrected: [first] },
      given: [{ difference: '−2' }, {}, {}, {}, {}, {}, { member: 'guy', difference: '+1' }],
    })

    const { score: _, ...left } = moderate({ correction: 'No score was agreed.' }) as Discussed
    const again = following(right, doing(right, { ...left, type: 'LeaveToMedian' }), LATER)
    expect(again.evaluation).toMatchObject({
      moderated: [],
      notAgreed: [{ correction: 'No score was agreed.', corrected: [first, { score: 2, correction, at: LATER }] }],
    })
    expect(step(again, { type: 'CloseModeration', attempt: 6 })).toMatchObject([
      { data: { medians: [{ median: '4' }] } },
    ])
    const closed = stepped(right, { type: 'CloseModeration', attempt: 6 })
    expect(refusedWith(() => doing(closed, moderate({ score: 1, correction })))).toBe('TooLate')
  })

  test('closes when the chair has looked through it: until then the last that was discussed can be corrected, too', () => {
    const conclude: EvaluationCommand = { type: 'ConcludeModeration', chair: CHAIR }
    expect(refusedWith(() => doing(met(apart()), conclude))).toBe('TooEarly')
    const slip = moderated(apart())
    expect([verdict(slip, START), viewModeration(slip, 'ben').concluded]).toEqual(['waiting', false])
    expect(refusedWith(() => doing(slip, { ...conclude, chair: 'ben' }))).toBe('NotAllowed')
    const right = following(slip, doing(slip, moderate({ score: 2, correction: 'A slip.' })), START)
    expect(verdict(right, START)).toBe('waiting')
    const done = concluded(right)
    expect([verdict(done, START), viewModeration(done, 'ben').concluded]).toEqual(['answered', true])
    expect(refusedWith(() => doing(done, conclude))).toBe('AlreadyDone')
    // What is recorded after it has to be looked through again.
    const again = following(done, doing(done, moderate({ score: 4, correction: 'Another.' })), START)
    expect(verdict(again, START)).toBe('waiting')
    // Nobody who forgets it holds up the case: at the deadline it closes by itself, with what is recorded.
    const due = again.life.wait?.dueAt ?? ''
    expect(verdict(attended(again, due), due)).toBe('answered')
  })

  test('corrected without somebody who had helped to agree it and is excluded since, it is open again', () => {
    const slip = moderated(apart())
    const present = members.filter((member) => member !== 'ben')
    const right = following(slip, doing(slip, moderate({ score: 2, present, correction: 'A slip.' })), START)
    expect(viewModeration(without(right, 'guy'), 'cat').matters[0]).toMatchObject({ open: true, undone: { score: 2 } })
    expect(viewModeration(without(right, 'ben'), 'cat').matters[0]).toMatchObject({ open: true, undone: { score: 2 } })
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
        { type: 'OpenPrices', attempt: 6, prices: { harbour: price(5), meadow: price(5) } },
        { type: 'RankTenders', attempt: 6 },
      ] as const
    ).reduce((before, next) => stepped(before, next), excluded)
    expect(ranked.evaluation).toMatchObject({
      ranking: [{ criteria: [{ score: '4', basis: 'mean' }, {}] }, { criteria: [{ score: '4' }, {}] }],
    })
  })
})
