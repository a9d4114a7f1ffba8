import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideMeeting, type MeetingCommand } from '../../../domain/meeting/decide.ts'
import { enteredMeetingSchema } from '../../../domain/meeting/meeting.ts'
import { listedMeetings, meetingsOf, viewMeetings } from '../../../domain/meeting/view.ts'
import { servedIn } from '../../../domain/standing-panel/served.ts'
import { instantsAt } from '../../../domain/time/instant.ts'
import { by, CHAIR, caseIn, members, on, START } from '../case-in.ts'
import { apart, hold, without } from '../evaluation/moderated.ts'
import { doing as evaluating } from '../evaluation/scored.ts'
import { following, refusal, refusedWith, types } from '../story.ts'

const chair = by(CHAIR, 'chair')
const entered = { date: '2026-01-20', time: '18:30', minutes: 90, place: 'The Old Mill' }
const plan = (more: object = {}): MeetingCommand => ({
  type: 'PlanMeeting',
  purpose: 'specification',
  entered: { ...entered, ...more },
})
const move = (more: object, id = 1): MeetingCommand => ({
  type: 'MoveMeeting',
  id,
  entered: { ...entered, ...more },
  reason: 'Two of us are ill.',
})
const cancel: MeetingCommand = { type: 'CancelMeeting', id: 1, reason: 'It is no longer needed.' }
const attend = (present: string[], id = 1): MeetingCommand => ({ type: 'RecordAttendance', id, present })
const doing = (theCase: Case, command: MeetingCommand, at = START) => decideMeeting(theCase, command, on(at, chair))
const then = (theCase: Case, command: MeetingCommand, at = START) =>
  following(theCase, doing(theCase, command, at), at, chair)
const faultsOf = (decide: () => unknown) => refusal(decide).faults.map(({ path, message }) => `${path}: ${message}`)
const faults = (command: MeetingCommand, theCase = specifying, at = START) =>
  faultsOf(() => doing(theCase, command, at))

const specifying = caseIn('specification')
const planned = then(specifying, plan())
const AFTER = '2026-01-20T21:00:00.000Z'

describe('a meeting of the panel is planned', () => {
  test('for a time of day in London, in winter and in summer', () => {
    expect(planned.meetings).toMatchObject([
      { id: 1, purpose: 'specification', startsAt: '2026-01-20T18:30:00.000Z', minutes: 90, by: CHAIR, moves: [] },
    ])
    const summer = then(planned, plan({ date: '2026-06-02' }))
    expect(viewMeetings(summer).meetings[1]).toMatchObject({
      ...{ id: 2, startsAt: '2026-06-02T17:30:00.000Z', endsAt: '2026-06-02T19:00:00.000Z', off: false },
    })
  })

  test('not at a time that does not come, or comes twice, when the clocks change', () => {
    expect(instantsAt('2026-03-29', '01:30')).toEqual([])
    expect(instantsAt('2026-10-25', '01:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'])
    expect(faults(plan({ date: '2026-03-29', time: '01:30' }))).toEqual([
      'time: The clocks go forward over this time on that day: choose another',
    ])
    expect(faults(plan({ date: '2026-10-25', time: '01:30' }))).toEqual([
      'time: The clocks go back on that day, so this time comes twice: choose another',
    ])
    expect(types(doing(specifying, plan({ date: '2026-10-25', time: '02:00' })))).toEqual(['MeetingPlanned'])
  })

  test('not in the past, years ahead, over another or nowhere: each fault is said, all at once', () => {
    expect(faults(plan({ date: '2026-01-05', time: '09:00', place: undefined }))).toEqual([
      'date: Choose a day and a time that are still to come',
      'place: Enter a place, or a link to meet on a screen, or both',
    ])
    expect(faults(plan({ date: '2028-02-01' }))).toEqual(['date: Choose a day within the next two years'])
    const overlaps = 'time: The panel meets then already, from 6:30pm on Tuesday 20 January 2026: choose another time'
    expect(faults(plan({ time: '19:59' }), planned)).toEqual([overlaps])
    expect(faults(plan({ time: '17:30' }), planned)).toEqual([overlaps])
    // One after the other, and in the place of one that was cancelled.
    for (const time of ['17:00', '20:00']) expect(types(doing(planned, plan({ time })))).toEqual(['MeetingPlanned'])
    expect(types(doing(then(planned, cancel), plan()))).toEqual(['MeetingPlanned'])
  })

  test('for a panel, of a case that goes on', () => {
    const nobody = { ...specifying, panel: { seats: { ada: { status: 'invited' as const, since: START } } } }
    expect(refusedWith(() => doing(nobody, plan()))).toBe('TooEarly')
    const paused = following(planned, [{ type: 'CasePaused', data: { reason: 'The building is closed.' } }], START)
    expect(refusedWith(() => doing(paused, plan({ time: '08:00' })))).toBe('CasePaused')
    expect(types(doing(paused, cancel))).toEqual(['MeetingCancelled'])
    const awarded = following(planned, [{ type: 'StageEntered', data: { stage: 'after-award', attempt: 9 } }], START)
    expect(refusedWith(() => doing(awarded, plan({ time: '08:00' })))).toBe('TooLate')
  })

  test('thirty times at most', () => {
    const many = Array.from({ length: 30 }).reduce<Case>(
      (theCase, _, day) => then(theCase, plan({ date: `2026-03-${String(day + 1).padStart(2, '0')}` })),
      specifying,
    )
    expect(refusedWith(() => doing(many, plan()))).toBe('NotAllowed')
  })

  test('what is typed is a time and an address that can be followed safely', () => {
    const refused = ['http://meet.example', 'https://ann:secret@meet.example', 'javascript:alert(1)', 'meet']
    for (const link of refused)
      expect([link, enteredMeetingSchema.safeParse({ ...entered, link }).success]).toEqual([link, false])
    for (const time of ['24:00', '9:30', '09:60', 'noon'])
      expect([time, enteredMeetingSchema.safeParse({ ...entered, time }).success]).toEqual([time, false])
    expect(enteredMeetingSchema.safeParse({ ...entered, date: '2026-02-30' }).success).toBe(false)
    expect(enteredMeetingSchema.parse({ ...entered, link: 'https://meet.example/a?b=c@d' }).link).toContain('meet')
  })
})

describe('a planned meeting changes', () => {
  test('it is moved with a reason, and stays the same meeting, revised', () => {
    const moved = then(planned, move({ time: '08:00', place: undefined, link: 'https://meet.example/a' }))
    expect(moved.meetings).toEqual([
      expect.objectContaining({
        ...{ id: 1, startsAt: '2026-01-20T08:00:00.000Z', link: 'https://meet.example/a' },
        moves: [{ from: '2026-01-20T18:30:00.000Z', reason: 'Two of us are ill.', by: CHAIR, at: START }],
      }),
    ])
    expect(moved.meetings?.[0]).not.toHaveProperty('place')
    expect(listedMeetings(moved)).toMatchObject([{ id: 1, revision: 1 }])
    expect(refusedWith(() => doing(planned, move({})))).toBe('AlreadyDone')
    expect(refusedWith(() => doing(planned, move({ time: '08:00' }, 2)))).toBe('NotFound')
    expect(refusedWith(() => doing(planned, move({ time: '23:00' }), AFTER))).toBe('TooLate')
  })

  test('it is cancelled with a reason, once; and what was to come when the case ended is off', () => {
    const cancelled = then(then(planned, move({ time: '08:00' })), cancel)
    expect(listedMeetings(cancelled)).toMatchObject([{ off: true, revision: 2 }])
    for (const command of [cancel, move({ time: '09:00' }), attend(['ada'])])
      expect(refusedWith(() => doing(cancelled, command, AFTER))).toBe('AlreadyDone')
    const end = [{ type: 'CaseEnded' as const, data: { outcome: 'withdrawn' as const, reason: 'No.' } }]
    expect(listedMeetings(following(planned, end, START))).toMatchObject([{ off: true, revision: 1 }])
    expect(listedMeetings(following(planned, end, AFTER))).toMatchObject([{ revision: 0 }])
    expect(listedMeetings(following(planned, end, AFTER))[0]).not.toHaveProperty('off')
    expect(refusedWith(() => doing(following(planned, end, START), cancel))).toBe('CaseEnded')
  })

  test('those who sit are asked to come, and nobody else', () => {
    expect(meetingsOf(planned, 'ben')).toHaveLength(1)
    expect(meetingsOf(without(planned, 'ben'), 'ben')).toEqual([])
    expect(meetingsOf(planned, 'stranger')).toEqual([])
  })
})

describe('who was there goes on the record', () => {
  test('of members, once it has begun, once', () => {
    expect(refusedWith(() => doing(planned, attend(['ada'])))).toBe('TooEarly')
    expect(faults(attend(['ada', 'stranger']), planned, AFTER)).toEqual([
      'present: Only members of this panel who are not excluded can take part',
    ])
    const held = then(planned, attend(['ben', 'ada', 'ben']), AFTER)
    expect(held.meetings?.[0]?.held).toEqual({ present: ['ada', 'ben'], by: CHAIR, at: AFTER })
    expect(refusedWith(() => doing(held, attend(['ada']), AFTER))).toBe('AlreadyDone')
    const standing = { id: 's', area: 'mental-health', from: START, until: AFTER, members: [] } as never
    expect(servedIn(held, standing).meetings).toEqual([{ heldOn: '2026-01-20', present: ['ada', 'ben'] }])
  })

  test('by the record of the moderation meeting that it was, on its day', () => {
    const moderating = then(apart(), { ...plan(), purpose: 'moderation' } as MeetingCommand)
    const held = (more: object, at = AFTER) => evaluating(moderating, hold({ planned: 1, ...more }), at)
    const said = (more: object, at?: string) => faultsOf(() => held(more, at))
    expect(said({ heldOn: '2026-01-05' }, START)).toEqual(['planned: That meeting has not begun yet'])
    expect(said({ heldOn: '2026-01-19' })).toEqual([
      'planned: That meeting was planned for another day. Choose that day, or say that it was not planned',
    ])
    expect(said({ planned: 2, heldOn: '2026-01-20' })).toEqual(['planned: There is no such planned meeting'])
    const after = following(moderating, held({ heldOn: '2026-01-20' }), AFTER, chair)
    expect(after.meetings?.[0]?.held).toMatchObject({ present: members, moderation: 1, by: CHAIR })
    expect(refusedWith(() => doing(after, attend(['ada']), AFTER))).toBe('AlreadyDone')
  })
})
