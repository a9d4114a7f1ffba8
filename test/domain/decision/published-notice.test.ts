import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { awardNotices } from '../../../domain/decision/notice.ts'
import { latestLetter, viewDecision, viewLetter } from '../../../domain/decision/view.ts'
import { standstillIsOver } from '../../../domain/decision/waits.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { START } from '../case-in.ts'
import { refusal, refusedWith, types } from '../story.ts'
import { announced, answered, confirmed, doing, done, ranked } from './ranked.ts'

/**
 * Announced here on Monday 5 January 2026. Under psr the standstill would end with Friday 16, under pa2023 with Wednesday 14;
 * published on the platform two days later, with Tuesday 20 and Friday 16.
 */
const rules = [
  { ruleSet: 'psr', first: '2026-01-17T00:00:00.000Z', later: '2026-01-21T00:00:00.000Z' },
  { ruleSet: 'pa2023', first: '2026-01-15T00:00:00.000Z', later: '2026-01-17T00:00:00.000Z' },
] as const
const WEDNESDAY = '2026-01-07T15:00:00.000Z'
const REFERENCE = '2026/S 000-001234'

const told = (ruleSet: 'psr' | 'pa2023', more = {}): Case =>
  announced(START, confirmed('award', ranked({ decision: { standstill: ruleSet, ...more } })))
const publish = (theCase: Case, on: string, at = WEDNESDAY) =>
  doing(theCase, { type: 'RecordNotice', on, reference: REFERENCE }, at)
const published = (theCase: Case, on: string, at = WEDNESDAY) =>
  done(theCase, { type: 'RecordNotice', on, reference: REFERENCE }, at)
const objecting = (theCase: Case, at: string) =>
  doing(theCase, { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' }, at)

describe.each(rules)(
  'the notice on the national platform, under $ruleSet (decision 35)',
  ({ ruleSet, first, later }) => {
    const theCase = told(ruleSet)

    test('published later: the standstill runs from then, to the second', () => {
      expect(theCase.life.wait?.dueAt).toBe(first)
      expect(types(publish(theCase, '2026-01-07'))).toEqual(['NoticePublished', 'DeadlineExtended'])
      const moved = published(theCase, '2026-01-07')
      expect(moved.life.wait?.dueAt).toBe(later)
      expect([standstillIsOver(moved, addMilliseconds(later, -1)), standstillIsOver(moved, later)]).toEqual([
        false,
        true,
      ])
      expect(types(objecting(moved, addMilliseconds(later, -1)))[0]).toBe('RepresentationMade')
      expect(refusedWith(() => objecting(moved, later))).toBe('TooLate')
      expect(refusedWith(() => objecting(theCase, first))).toBe('TooLate')
    })

    test('published on the same day: nothing moves, and its number is on the record', () => {
      expect(types(publish(theCase, '2026-01-05'))).toEqual(['NoticePublished'])
      const same = published(theCase, '2026-01-05')
      expect(same.life.wait?.dueAt).toBe(first)
      expect(awardNotices(same)).toMatchObject([{ published: { on: '2026-01-05', reference: REFERENCE } }])
    })

    test('corrected to an earlier day it takes back no day that was promised', () => {
      const corrected = published(published(theCase, '2026-01-07'), '2026-01-05')
      expect(corrected.decision).toMatchObject({ published: { on: '2026-01-05', standstill: { ends: later } } })
      expect(corrected.life.wait?.dueAt).toBe(later)
    })

    test('panel, bidders and the public read the later day; the letter says what was announced, and what moved', () => {
      const moved = published(theCase, '2026-01-07')
      const viewer = { person: { id: 'ada' } } as Parameters<typeof viewDecision>[1]
      expect(viewDecision(moved, viewer)).toMatchObject({ notBefore: later, standstill: { ends: later } })
      expect(viewLetter(moved, 'meadow')).toMatchObject({ notBefore: later, standstill: { ends: later } })
      const words = JSON.stringify(latestLetter(moved, 'meadow').paper)
      expect(words).toContain('Since this letter was written the standstill has become longer')
      const before = JSON.stringify(latestLetter(theCase, 'meadow').paper)
      expect(before).not.toContain('Since this letter')
      expect(before).toMatch(/The standstill begins on (Tuesday 6|Monday 5) January 2026/)
    })
  },
)

test('a notice is published neither in the future nor before the decision was confirmed, nor without a standstill', () => {
  const theCase = told('psr')
  for (const on of ['2026-01-08', '2026-01-04']) expect(refusedWith(() => publish(theCase, on))).toBe('Invalid')
  expect(refusedWith(() => publish(confirmed(), '2026-01-07'))).toBe('WrongStage')
})

test('published while a further decision holds the standstill open, the later of both stands', () => {
  const objected = done(
    told('psr'),
    { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' },
    '2026-01-16T23:59:59.000Z',
  )
  const at = '2026-01-16T23:59:59.000Z'
  const stands = answered(published(objected, '2026-01-07', at), 'stands')
  expect(stands.life.wait?.dueAt).toBe('2026-01-21T00:00:00.000Z')
})

test('where the rule book asks for it, nothing is awarded before the publication is recorded, and somebody is chased', () => {
  const theCase = told('psr', { awardNeedsPublishedNotice: true })
  const [{ first }] = rules
  expect(standstillIsOver(theCase, addMilliseconds(first, 86_400_000))).toBe(false)
  expect(standstillIsOver(published(theCase, '2026-01-05'), first)).toBe(true)
  expect(standstillIsOver(told('psr'), first)).toBe(true)
})

describe('a representation that was received otherwise (SI 2023/1348, reg. 12)', () => {
  const theCase = told('psr')
  const received = (on: string, time: string, at = '2026-01-16T23:59:59.500Z', on_: Case = theCase) =>
    doing(
      on_,
      {
        type: 'RecordRepresentation',
        from: 'Quay Health Ltd',
        way: 'letter',
        on,
        time,
        text: 'We were told too late.',
      },
      at,
    )

  test('counts from the instant it was received: in the last second it is in time, a second later it is not', () => {
    expect(received('2026-01-16', '23:59:59')[0]).toEqual({
      type: 'RepresentationMade',
      data: {
        ...{ id: 1, from: 'Quay Health Ltd', way: 'letter', text: 'We were told too late.' },
        receivedAt: '2026-01-16T23:59:59.000Z',
      },
    })
    // Recorded on Monday, because another representation keeps the standstill open.
    const held = done(
      theCase,
      { type: 'MakeRepresentation', organisationId: 'meadow', text: 'Read it again.' },
      '2026-01-15T10:00:00.000Z',
    )
    const monday = '2026-01-19T09:00:00.000Z'
    expect(types(received('2026-01-16', '23:59:59', monday, held))[0]).toBe('RepresentationMade')
    expect(refusedWith(() => received('2026-01-17', '00:00', monday, held))).toBe('TooLate')
  })

  test('is received neither in the future nor before the outcome was announced', () => {
    const refused = refusal(() => received('2026-01-16', '23:59:59', '2026-01-16T12:00:00.000Z'))
    expect([refused.code, refused.faults]).toEqual(['Invalid', [expect.objectContaining({ path: ['on'] })]])
    expect(refusedWith(() => received('2026-01-05', '08:59'))).toBe('Invalid')
  })

  test('holds the award until the panel has answered it; no bidder and not the public learn who made it', () => {
    const at = '2026-01-16T12:00:00.000Z'
    const made = done(
      theCase,
      {
        type: 'RecordRepresentation',
        from: 'Quay Health Ltd',
        way: 'letter',
        on: '2026-01-16',
        time: '11:00',
        text: 'Too late.',
      },
      at,
    )
    expect(standstillIsOver(made, '2026-01-20T00:00:00.000Z')).toBe(false)
    expect(JSON.stringify(viewLetter(made, 'meadow'))).not.toContain('Quay')
    expect(answered(made, 'stands').decision).toMatchObject({
      representations: [{ from: 'Quay Health Ltd', answer: {} }],
    })
  })

  test('a provider that did not tender is told how it can object', () => {
    const refused = refusal(() =>
      doing(theCase, { type: 'MakeRepresentation', organisationId: 'quay', text: 'Why not us?' }),
    )
    expect([refused.code, refused.message]).toEqual([
      'NotFound',
      expect.stringContaining('write to the programme manager'),
    ])
  })
})
