import type { Case } from '../../../domain/case/case.ts'
import type { EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { CHAIR, members, START } from '../case-in.ts'
import { following } from '../story.ts'
import { doing, given, scoredByAll, scoring, stepped } from './scored.ts'

/** On quality of Harbour they spread by 3 of 5 (60 %), on access of Meadow by 2 (40 %: not more). */
export const apart = () =>
  stepped(
    scoredByAll(scoring(), members, (member, tender) => {
      const odd = member === 'guy' || member === 'fay'
      return tender === 'harbour' ? given(odd ? 1 : 4, 3) : given(3, odd ? 2 : 4)
    }),
    { type: 'CloseScoring', attempt: 6 },
  )

export const moderate = (
  more: Partial<Extract<EvaluationCommand, { type: 'ModerateCriterion' }>> = {},
): EvaluationCommand => ({
  type: 'ModerateCriterion',
  chair: CHAIR,
  organisationId: 'harbour',
  criterionId: 'quality',
  score: 3,
  reason: 'The pilot is small.',
  present: members.slice(0, 6),
  ...more,
})

export const hold = (more: Partial<Extract<EvaluationCommand, { type: 'HoldMeeting' }>> = {}): EvaluationCommand => ({
  type: 'HoldMeeting',
  chair: CHAIR,
  heldOn: '2026-01-05',
  present: members,
  agenda: [{ organisationId: 'harbour', criterionId: 'quality' }],
  ...more,
})

export const met = (theCase: Case, more?: Parameters<typeof hold>[0]) =>
  following(theCase, doing(theCase, hold(more)), START)

export const moderated = (theCase: Case) => following(met(theCase), doing(met(theCase), moderate()), START)

/** The chair says that all is recorded as it was agreed. */
export const concluded = (theCase: Case) =>
  following(theCase, doing(theCase, { type: 'ConcludeModeration', chair: CHAIR }), START)

export const without = (theCase: Case, ...people: string[]) =>
  following(
    theCase,
    people.map((person) => ({ type: 'MemberExcluded', data: { person, reason: 'A tie.' } })),
    START,
  )
