import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { keepsDeedsSealed, mustNotBeTold, quotedHead } from '../../../domain/tender/sealed-deeds.ts'
import { caseIn } from '../case-in.ts'
import { following } from '../story.ts'
import { sealed, terms } from './terms.ts'

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T09:00:00.000Z`
const enter = (stage: 'specification' | 'tender', attempt: number): CaseEvent => ({
  type: 'StageEntered',
  data: { stage, attempt },
})
const publish = (round: number): CaseEvent => ({
  type: 'TenderPublished',
  data: { round, terms, keyName: 'k', publicKeys: { quality: 'q', price: 'p' } },
})
const submit = {
  type: 'TenderSubmitted',
  data: { organisationId: 'harbour', submittedBy: 'pia', quality: sealed('q'), price: sealed('p') },
} as const

const done = (theCase: Case, ...events: [string, CaseEvent][]) =>
  events.reduce((before, [at, event]) => following(before, [event], at), theCase)

/** Published on the 2nd, tendered for on the 3rd. */
const tendered = () => done(caseIn('tender'), [day(2), publish(1)], [day(3), submit])
/** Sent back on the 4th, before the deadline. */
const sentBack = () => done(tendered(), [day(4), enter('specification', 6)])
const told = (theCase: Case, at: string) => !mustNotBeTold(theCase, { type: 'TenderSubmitted', at })

test('who tendered in a round that was ended before its deadline is not told while the case can be tendered for again', () => {
  const again = done(sentBack(), [day(5), enter('tender', 7)])
  const open = done(again, [day(6), publish(2)], [day(7), submit])
  for (const theCase of [tendered(), sentBack(), again, open]) {
    expect(keepsDeedsSealed(theCase)).toBe(true)
    expect(told(theCase, day(3))).toBe(false)
    // Neither is how much was done.
    expect(quotedHead({ ...theCase, unsealedHash: 'b'.repeat(64) })).toEqual({ hash: 'b'.repeat(64) })
  }
  const closed = done(open, [day(8), { type: 'TenderClosed', data: { round: 2, deadline: day(8), tenders: 1 } }])
  expect(keepsDeedsSealed(closed)).toBe(false)
  expect([told(closed, day(3)), told(closed, day(7))]).toEqual([true, true])
})

test('it is told once the case has ended: its record is whole for whoever verifies it', () => {
  const withdrawn = done(sentBack(), [day(5), { type: 'CaseEnded', data: { outcome: 'withdrawn', reason: 'No.' } }])
  expect(told(withdrawn, day(3))).toBe(true)
})

test('what was tendered in a round whose deadline passed is known, and stays so in the next', () => {
  const closed = done(tendered(), [day(4), { type: 'TenderClosed', data: { round: 1, deadline: day(4), tenders: 1 } }])
  const next = done(closed, [day(5), enter('tender', 6)], [day(6), publish(2)], [day(7), submit])
  expect([told(next, day(3)), told(next, day(7))]).toEqual([true, false])
})
