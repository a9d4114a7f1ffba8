import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideErasure } from '../../../domain/case/erasure.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { by, caseIn, START } from '../case-in.ts'
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
  const decided = ['ScoresSubmitted', 'CriterionModerated', 'PricesOpened', 'BallotCast', 'LetterWritten']
  // So is what shows who sat and decided, by which rules, on what was declared and asked; and a kind nobody has thought of.
  const sat = [
    'SeatAccepted',
    'MemberExcluded',
    'StageEntered',
    'ConflictsChecked',
    'InterestCleared',
    'DeclarationRenewed',
  ]
  const ruled = [
    'ProposalAccepted',
    'NominationAccepted',
    'PanelDrawn',
    'VersionSaved',
    'QuestionAnswered',
    'SomethingNew',
  ]
  for (const type of [...decided, ...sat, ...ruled]) {
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

test('so is what a decision rests on that no contract came of; comments are not, nor what was declared where nothing was tendered', () => {
  expect(types(asking(awarded(), 'CommentMade', AWARDED))).toEqual(['ErasureAsked'])
  const early = following(caseIn('specification'), [{ ...ENDED, data: { outcome: 'withdrawn', reason: 'No.' } }], START)
  expect(types(asking(early, 'NominationAccepted', START))).toEqual(['ErasureAsked'])
  expect(refusal(() => asking(early, 'BallotCast', START)).code).toBe('TooEarly')
  const none = announced(START, confirmed('no award'))
  expect(refusal(() => asking(none, 'ScoresSubmitted', AWARDED)).message).toContain('3 years')
  expect(types(asking(none, 'ScoresSubmitted', UNTIL))).toEqual(['ErasureAsked'])
})
