import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideErasure } from '../../../domain/case/erasure.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { by, START } from '../case-in.ts'
import { announced, confirmed } from '../decision/ranked.ts'
import { following, refusal, types } from '../story.ts'

const ENDED = { type: 'CaseEnded' as const, data: { outcome: 'awarded' as const, reason: 'It works.' } }
const AWARDED = '2026-02-03T10:00:00.000Z'
const UNTIL = '2029-02-03T10:00:00.000Z'

const awarded = (): Case =>
  following(announced(START), [{ type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } }, ENDED], AWARDED)
const asking = (theCase: Case, type: string, at: string) =>
  decideErasure(
    theCase,
    { type: 'AskForErasure', sequence: 3, reason: 'Asked for.', event: { entry: { type }, payload: {} } },
    by('pm', 'programme-manager'),
    at,
  )

test('what an award rests on is kept for three years from the contract (requirements §8)', () => {
  for (const type of ['ScoresSubmitted', 'CriterionModerated', 'PricesOpened', 'BallotCast', 'LetterWritten']) {
    const refused = refusal(() => asking(awarded(), type, addMilliseconds(UNTIL, -1)))
    expect([refused.code, refused.message]).toEqual(['TooEarly', expect.stringContaining('3 February 2029')])
    expect(types(asking(awarded(), type, UNTIL))).toEqual(['ErasureAsked'])
  }
})

test('after that the company asks, and only the approver agrees', () => {
  const asked = following(awarded(), asking(awarded(), 'ScoresSubmitted', UNTIL), UNTIL, by('pm', 'programme-manager'))
  const erase = (who: string, as: 'approver' | 'deputy-programme-manager', type = 'ScoresSubmitted') =>
    decideErasure(
      asked,
      { type: 'ErasePayload', sequence: 3, reason: 'Agreed.', event: { entry: { type }, payload: {} } },
      by(who, as),
      UNTIL,
    )
  expect(refusal(() => erase('dep', 'deputy-programme-manager')).code).toBe('NotAllowed')
  expect(types(erase('ana', 'approver'))).toEqual(['PayloadErased'])
  expect(types(erase('dep', 'deputy-programme-manager', 'CommentMade'))).toEqual(['PayloadErased'])
})

test('so is what a decision rests on that no contract came of; what somebody declared or commented is not', () => {
  expect(types(asking(awarded(), 'NominationAccepted', AWARDED))).toEqual(['ErasureAsked'])
  const none = announced(START, confirmed('no award'))
  expect(refusal(() => asking(none, 'ScoresSubmitted', AWARDED)).message).toContain('3 years')
  expect(types(asking(none, 'ScoresSubmitted', UNTIL))).toEqual(['ErasureAsked'])
})
