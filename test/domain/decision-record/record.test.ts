import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { CHAIR, members } from '../case-in.ts'
import { announced, done, ranked, stepped } from '../decision/ranked.ts'
import { following } from '../story.ts'

const ENDS = '2026-01-17T00:00:00.000Z'

/** Awarded, with the members' reasons in this order of members, and Meadow scored higher by one of them. */
function awarded(reasons: string[], odd: string): Case {
  const asked = stepped(ranked({}, odd), 'OpenAwardVote')
  const all = members.reduce(
    (before, person, index) =>
      done(before, { type: 'VoteOnAward', person, round: 1, option: 'award', reasons: reasons[index] ?? '' }),
    asked,
  )
  const confirmed = done(stepped(all, 'CountAwardVote'), { type: 'ConfirmRecommendation', reasons: 'It follows.' })
  return stepped(announced(undefined, confirmed), 'MakeAward', ENDS)
}

describe('nothing that leaves the panel is of a single member (requirements §7)', () => {
  const reasons = members.map((_, index) => `Reason ${index}`)

  test('neither the public record nor a letter tells who gave which reason and which score', () => {
    const one = awarded(reasons, 'guy')
    const other = awarded(reasons.toReversed(), 'ada')
    expect(viewDecisionRecord(other)).toEqual(viewDecisionRecord(one))
    expect(other.letters).toEqual(one.letters)
  })

  test('nor what was said of an answer that its bidder marked as confidential', () => {
    const agreed = {
      meeting: 1,
      reason: 'SECRET: pays 41,200.',
      correction: 'A SECRET slip.',
      present: members,
      at: ENDS,
    }
    const moderated = [
      { organisationId: 'harbour', criterionId: 'quality', score: 4, ...agreed },
      {
        organisationId: 'meadow',
        criterionId: 'quality',
        score: 3,
        ...agreed,
        reason: 'It is open.',
        correction: 'Open.',
      },
    ]
    const theCase = awarded(reasons, 'guy')
    const { evaluation, tender } = theCase
    if (evaluation?.status !== 'ranked' || tender?.status !== 'opened') throw new Error('It is ranked.')
    const opening = tender.tenders['harbour']?.opening
    if (opening?.outcome === 'opened') opening.confidential = ['quality']
    const told = viewDecisionRecord({ ...theCase, evaluation: { ...evaluation, moderated } })
    expect(JSON.stringify(told)).not.toContain('SECRET')
    // Nor of one to which a confidential document belongs: of whatever is told in the portal, this is told alike.
    if (opening?.outcome !== 'opened') throw new Error('Harbour’s tender was opened.')
    opening.confidential = []
    opening.documents = [{ outcome: 'opened', confidential: true, criteria: ['quality'] } as never]
    expect(viewDecisionRecord({ ...theCase, evaluation: { ...evaluation, moderated } })).toEqual(told)
    opening.documents = [{ outcome: 'opened', confidential: true, criteria: ['access'] } as never]
    expect(JSON.stringify(viewDecisionRecord({ ...theCase, evaluation: { ...evaluation, moderated } }))).toContain(
      'SECRET',
    )
    expect(told.moderation).toMatchObject([
      { organisationId: 'harbour', reason: expect.stringContaining('confidential') },
      { organisationId: 'meadow', reason: 'It is open.', correction: 'Open.' },
    ])
  })

  test('a chair who was excluded before the ranking is not told by being no member any more', () => {
    const whole = awarded(reasons, 'guy')
    expect(viewDecisionRecord(whole).panel.chair).toBe(CHAIR)
    const { evaluation } = whole
    if (evaluation?.status !== 'ranked') throw new Error('It is ranked.')
    const sitting = evaluation.counted.sitting.filter((one) => one !== CHAIR)
    const counted = { sitting, scoring: sitting }
    const { panel } = viewDecisionRecord({ ...whole, evaluation: { ...evaluation, counted } })
    expect(panel.members).toEqual(sitting)
    expect(panel).not.toHaveProperty('chair')
  })

  test('of members left out the public record has the number', () => {
    const whole = awarded(reasons, 'guy')
    const { evaluation } = whole
    if (evaluation?.status !== 'ranked') throw new Error('It is ranked.')
    const record = viewDecisionRecord({ ...whole, evaluation: { ...evaluation, leftOut: ['zoe'] } })
    expect(record).toMatchObject({ leftOut: 1 })
    expect(JSON.stringify(record)).not.toContain('zoe')
  })
})

test('is one stage after the award, whichever milestones it has had', () => {
  const milestones = [8, 9, 10].map((attempt) => ({
    type: 'StageEntered' as const,
    data: { stage: 'after-award' as const, attempt },
  }))
  const { story } = viewDecisionRecord(
    following(
      awarded(
        members.map((member) => `${member} says so.`),
        'guy',
      ),
      milestones,
      ENDS,
    ),
  )
  expect(story.filter(({ stage }) => stage === 'after-award')).toEqual([{ stage: 'after-award', entered: ENDS }])
  expect(story).toHaveLength(5)
})
