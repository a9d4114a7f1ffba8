import { expect, test } from 'vitest'
import { dueOf } from '../../../../web/features/case/due.ts'

const now = Date.parse('2026-05-10T12:00:00.000Z')

test.each([
  [{ status: 'open', dueAt: '2026-05-20T23:00:00.000Z' }, 'On time'],
  [{ status: 'open', dueAt: '2026-05-13T11:59:59.000Z' }, 'Due soon'],
  [{ status: 'open', dueAt: '2026-05-10T12:00:00.000Z' }, 'Overdue'],
  [{ status: 'open', dueAt: '2026-05-20T23:00:00.000Z', escalatedAt: '2026-05-09T23:00:00.000Z' }, 'Escalated'],
  [{ status: 'open' }, 'Moving'],
  [{ status: 'paused', dueAt: '2026-05-01T23:00:00.000Z' }, 'Paused'],
  [{ status: 'ended', dueAt: '2026-05-01T23:00:00.000Z' }, 'Ended'],
] as const)('%j is %s', (timed, word) => expect(dueOf(timed, now).word).toBe(word))
