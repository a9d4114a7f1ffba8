import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife, type LifeCommand } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { type EvaluationStep, stepEvaluation } from '../../../domain/evaluation/step.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { CHAIR, members, on, START } from '../case-in.ts'
import { following } from '../story.ts'
import { price } from './price.ts'
import { given, scoring } from './scored.ts'

const DAY = 86_400_000
const member = fc.constantFrom(...members)
const organisationId = fc.constantFrom('harbour', 'meadow')
const criterionId = fc.constantFrom('quality', 'access')
const score = fc.integer({ min: 0, max: 5 })
const some = fc.subarray(members, { minLength: 4 })

type Deed = { at: number } & (
  | { does: 'command'; command: EvaluationCommand }
  | { does: 'step'; type: Exclude<EvaluationStep['type'], 'CheckBidders' | 'OpenPrices'> | 'OpenPrices' }
  | { does: 'exclude'; person: string }
  | { does: 'life'; command: LifeCommand }
  | { does: 'attend' }
)

const commands: fc.Arbitrary<EvaluationCommand> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(member, organisationId, score, score).map(
      ([who, tender, one, other]): EvaluationCommand => ({
        ...{ type: 'SubmitScores', member: who, organisationId: tender, scores: given(one, other) },
      }),
    ),
  },
  fc.tuple(some, organisationId, criterionId).map(
    ([present, tender, criterion]): EvaluationCommand => ({
      ...{ type: 'HoldMeeting', chair: CHAIR, heldOn: '2026-01-05', present },
      agenda: [{ organisationId: tender, criterionId: criterion }],
    }),
  ),
  fc.tuple(some, organisationId, criterionId, score).map(
    ([present, tender, criterion, agreed]): EvaluationCommand => ({
      ...{ type: 'ModerateCriterion', chair: CHAIR, organisationId: tender, criterionId: criterion, score: agreed },
      ...{ reason: 'Because.', present },
    }),
  ),
  fc.tuple(some, organisationId, criterionId).map(
    ([present, tender, criterion]): EvaluationCommand => ({
      ...{ type: 'LeaveToMedian', chair: CHAIR, organisationId: tender, criterionId: criterion },
      ...{ reason: 'Because.', present },
    }),
  ),
)

const deed: fc.Arbitrary<Deed> = fc
  .tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.oneof(
      { weight: 12, arbitrary: commands.map((command) => ({ does: 'command' as const, command })) },
      {
        weight: 3,
        arbitrary: fc
          .constantFrom(
            'CloseScoring' as const,
            'CloseModeration' as const,
            'OpenPrices' as const,
            'RankTenders' as const,
          )
          .map((type) => ({ does: 'step' as const, type })),
      },
      { weight: 2, arbitrary: fc.constant({ does: 'attend' as const }) },
      { weight: 1, arbitrary: member.map((person) => ({ does: 'exclude' as const, person })) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom<LifeCommand>({ type: 'Pause', reason: 'A week off.' }, { type: 'Resume', reason: 'On.' })
          .map((command) => ({ does: 'life' as const, command })),
      },
    ),
  )
  .map(([days, done]) => ({ at: days, ...done }))

function eventsOf(theCase: Case, one: Deed, at: string): CaseEvent[] {
  const { attempt } = theCase.life
  switch (one.does) {
    case 'command':
      return decideEvaluation(theCase, one.command, on(at))
    case 'step': {
      const step: EvaluationStep =
        one.type === 'OpenPrices'
          ? { type: one.type, attempt, prices: { harbour: price(500), meadow: price(700) } }
          : { type: one.type, attempt }
      return stepEvaluation(theCase, step, on(at))
    }
    case 'exclude':
      return [{ type: 'MemberExcluded', data: { person: one.person, reason: 'A tie.' } }]
    case 'life':
      return decideLife(theCase, one.command, on(at))
    case 'attend': {
      const attendance = attend(theCase, { caseId: theCase.id, attempt }, ['scores', 'moderation'], at)
      return attendance.verdict === 'act' ? attendance.events : []
    }
  }
}

test('no sequence of commands changes a submitted score or its rationale', () => {
  let submitted = 0
  let refused = 0
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 60 }), (deeds) => {
      let theCase = scoring()
      let at = START
      const kept = new Map<string, string>()
      for (const one of deeds) {
        at = addMilliseconds(at, (one.at * DAY) / 6)
        try {
          theCase = following(theCase, eventsOf(theCase, one, at), at, { step: 'a-step' })
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          refused += 1
        }
        const sheets = theCase.scoreSheets ?? {}
        for (const [key, before] of kept) expect(JSON.stringify(sheets[key])).toBe(before)
        for (const [key, sheet] of Object.entries(sheets)) if (!kept.has(key)) kept.set(key, JSON.stringify(sheet))
      }
      submitted += kept.size
    }),
    process.env['LONG'] ? { numRuns: 5_000 } : { seed: 20261125, numRuns: 300 },
  )
  // It would say nothing where nothing was submitted, or nothing was tried that is refused.
  expect(submitted).toBeGreaterThan(300)
  expect(refused).toBeGreaterThan(300)
}, 600_000)
