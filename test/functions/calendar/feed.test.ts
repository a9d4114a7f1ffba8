import { expect, test } from 'vitest'
import { feed, type Meeting } from '../../../functions/calendar/feed.ts'

const meeting: Meeting = {
  ...{ caseId: 'c000000000001', title: 'Foot care', id: 2, purpose: 'moderation', revision: 0 },
  ...{ startsAt: '2026-01-20T18:30:00.000Z', endsAt: '2026-01-20T20:00:00.000Z', place: 'The Old Mill' },
}
const where = { portal: 'https://portal.example', now: '2026-01-05T09:00:00.000Z' }
const lines = (change: Partial<Meeting> = {}) =>
  feed({ dues: [], meetings: [{ ...meeting, ...change }] }, where)
    .replaceAll('\r\n ', '')
    .split('\r\n')

test('a meeting is one event for good: moved, its sequence counts up; off, it is cancelled', () => {
  const planned = lines()
  expect(planned).toEqual(
    expect.arrayContaining([
      ...['UID:c000000000001-meeting-2@redesign-panels', 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ...['DTSTART:20260120T183000Z', 'DTEND:20260120T200000Z', 'LOCATION:The Old Mill'],
      'SUMMARY:Foot care: moderation meeting of the panel',
      'URL;VALUE=URI:https://portal.example/cases/c000000000001/meetings',
    ]),
  )
  const moved = lines({ revision: 1, startsAt: '2026-01-21T18:30:00.000Z', endsAt: '2026-01-21T20:00:00.000Z' })
  expect(moved).toEqual(
    expect.arrayContaining(['UID:c000000000001-meeting-2@redesign-panels', 'SEQUENCE:1', 'DTSTART:20260121T183000Z']),
  )
  expect(lines({ revision: 2, off: true })).toEqual(
    expect.arrayContaining(['UID:c000000000001-meeting-2@redesign-panels', 'SEQUENCE:2', 'STATUS:CANCELLED']),
  )
})

test('a calendar in which nothing stands is one all the same; what is due takes up no time', () => {
  const empty = feed({ dues: [], meetings: [] }, where).split('\r\n')
  expect(empty.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
    ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'BEGIN:DAYLIGHT', 'END:DAYLIGHT', 'BEGIN:STANDARD', 'END:STANDARD'],
    ...['END:VTIMEZONE', 'END:VCALENDAR'],
  ])
  const dueAt = '2026-01-21T00:00:00.000Z'
  const due = { caseId: 'c000000000001', title: 'Foot care', as: 'person', wait: 'scores', dueAt } as const
  const one = feed({ dues: [due], meetings: [] }, where).split('\r\n')
  expect(one).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260120', 'TRANSP:TRANSPARENT']))
  expect(one).not.toContain('BEGIN:VTIMEZONE')
})
