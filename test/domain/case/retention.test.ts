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

test('what somebody declared or commented is not, nor anything where no contract was awarded', () => {
  expect(types(asking(awarded(), 'NominationAccepted', AWARDED))).toEqual(['ErasureAsked'])
  expect(types(asking(announced(START, confirmed('no award')), 'ScoresSubmitted', AWARDED))).toEqual(['ErasureAsked'])
})
