import { describe, expect, it } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decisionRecordPaper } from '../../../domain/decision-record/paper.ts'
import { viewDecisionRecord } from '../../../domain/decision-record/record.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { price } from '../evaluation/price.ts'
import { stepped as evaluated, given, opened, scoredByAll, scoring, tendered } from '../evaluation/scored.ts'
import { following } from '../story.ts'
import { announced, confirmed, stepped } from './ranked.ts'

const WHY = 'Two read the plan as promised, five as hoped for.'

const FIRST = 'The plan is good.'
const SLIP = 'The chair chose the wrong row.'

/**
 * The panel discussed Harbour's quality and did not agree, which was recorded as a score by a slip; Meadow’s quality is below
 * what the tender asks at least.
 */
function notAgreed(): Case {
  const scored = scoredByAll(scoring(tendered({ harbour: opened(), meadow: opened() })), members, (member, tender) =>
    tender === 'harbour' ? given(member === 'guy' ? 0 : 5, 4) : given(1, 3),
  )
  const agenda = [{ organisationId: 'harbour', criterionId: 'quality' }]
  const commands: EvaluationCommand[] = [
    { type: 'HoldMeeting', chair: CHAIR, heldOn: '2026-01-05', present: members, agenda },
    {
      ...{ type: 'ModerateCriterion', chair: CHAIR, organisationId: 'harbour', criterionId: 'quality' },
      ...{ score: 5, reason: FIRST, present: members },
    },
    {
      ...{ type: 'LeaveToMedian', chair: CHAIR, organisationId: 'harbour', criterionId: 'quality' },
      ...{ reason: WHY, present: members, correction: SLIP },
    },
  ]
  const discussed = commands.reduce(
    (before, command) => following(before, decideEvaluation(before, command, on(START)), START),
    evaluated(scored, { type: 'CloseScoring', attempt: 6 }),
  )
  const closed = evaluated(discussed, { type: 'CloseModeration', attempt: 6 })
  const prices = { harbour: price(300_000), meadow: price(290_000) }
  const placed = evaluated(evaluated(closed, { type: 'OpenPrices', attempt: 6, prices }), {
    type: 'RankTenders',
    attempt: 6,
  })
  return following(placed, [{ type: 'StageEntered', data: { stage: 'decision', attempt: 7 } }], START)
}

describe('why a discussion ended without agreement', () => {
  it('stands in the letter of the bidder, and in the public record', () => {
    const told = announced(START, confirmed('award', notAgreed()))
    expect(told.letters?.['1#harbour']?.own?.criteria[0]).toMatchObject({
      basis: 'median',
      agreed: [`${WHY} Why it was corrected: ${SLIP} Recorded before: 5. ${FIRST}`],
    })
    const record = viewDecisionRecord(stepped(told, 'MakeAward', '2026-02-01T00:00:00.000Z'))
    const corrected = { correction: SLIP, corrected: [{ score: 5, reason: FIRST }] }
    expect(record.notAgreed).toEqual([{ organisationId: 'harbour', criterionId: 'quality', reason: WHY, ...corrected }])
    expect(JSON.stringify(decisionRecordPaper(record, (id) => id))).toContain(
      `${WHY} Why it was corrected: ${SLIP} Recorded before: 5. ${FIRST}`,
    )
  })
})

describe('a tender below a minimum', () => {
  it('is told in its letter why it was not ranked', () => {
    const told = announced(START, confirmed('award', notAgreed()))
    expect(told.letters?.['1#meadow']?.notCompliant).toEqual([
      expect.stringMatching(/^“.+”: the score of 1 is below the published minimum of \d/),
    ])
    expect(told.letters?.['1#harbour']?.notCompliant).toEqual([])
  })
})
