import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife, type LifeCommand } from '../../../domain/case/decide.ts'
import type { CaseEvent } from '../../../domain/case/event.ts'
import { ruleOnCompliance } from '../../../domain/compliance/decide.ts'
import { raiseQuestion } from '../../../domain/compliance/raise.ts'
import { decideEvaluation, type EvaluationCommand } from '../../../domain/evaluation/decide.ts'
import { type ScoreSheet, sheetKey } from '../../../domain/evaluation/evaluation.ts'
import { type EvaluationStep, stepEvaluation } from '../../../domain/evaluation/step.ts'
import { ERASED, withoutWhatWasSaid } from '../../../domain/record/erase.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { renewDeclaration } from '../../../domain/renewal/decide.ts'
import { namedInTenders } from '../../../domain/tender/named.ts'
import { addMilliseconds } from '../../../domain/time/instant.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { waitNames } from '../../../domain/wait/wait.ts'
import { by, CHAIR, members, on, START } from '../case-in.ts'
import { following } from '../story.ts'
import { price } from './price.ts'
import { doing, given, matter, opened, scoredBy, scoring, stepped, tendered } from './scored.ts'

/**
 * Immutable (requirements §6): no sequence of commands changes a submitted score or its rationale. Everything that people and
 * the workflow can do to a case in evaluation is tried in any order. The one thing that can ever happen to a rationale is that
 * it is erased: of an ended case, by two people, each with a reason that stays; three years after an award or the end at the
 * earliest (retention.test.ts). It then says `[erased]`; the score, who gave it and when stay, and so does every other sheet.
 */

const DAY = 86_400_000
/** Longer than what a decision rests on is kept. */
const KEPT = 4 * 366 * DAY
const TENDERS = ['harbour', 'meadow', 'ridge']
const member = fc.constantFrom(...members)
const organisationId = fc.constantFrom(...TENDERS)
const criterionId = fc.constantFrom('quality', 'quality', 'access')
const score = fc.integer({ min: 0, max: 5 })
const some = fc.oneof(fc.constant(members), fc.subarray(members, { minLength: 4 }))
const reason = 'Quality is 4'

type Deed = { at: number } & (
  | { does: 'command'; command: EvaluationCommand }
  | { does: 'step'; type: EvaluationStep['type'] }
  | { does: 'exclude'; person: string }
  | { does: 'renew'; person: string }
  | { does: 'raise'; person: string; organisationId: string }
  | { does: 'rule'; person: string; id: number; verdict: 'pass' | 'fail' }
  | { does: 'life'; command: LifeCommand }
  | { does: 'erase'; type: 'AskForErasure' | 'ErasePayload'; person: string; sheet: number }
  | { does: 'attend' }
)

const commands: fc.Arbitrary<EvaluationCommand> = fc.oneof(
  {
    weight: 8,
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
  fc.tuple(some, organisationId, criterionId, score, fc.boolean()).map(
    ([present, tender, criterion, agreed, corrects]): EvaluationCommand => ({
      ...{ type: 'ModerateCriterion', chair: CHAIR, organisationId: tender, criterionId: criterion, score: agreed },
      ...{ reason, present, ...(corrects && { correction: 'A slip.' }) },
    }),
  ),
  fc.tuple(some, organisationId, criterionId).map(
    ([present, tender, criterion]): EvaluationCommand => ({
      ...{ type: 'LeaveToMedian', chair: CHAIR, organisationId: tender, criterionId: criterion },
      ...{ reason, present },
    }),
  ),
  organisationId.map((tender): EvaluationCommand => ({ type: 'ExplainPrice', organisationId: tender, text: reason })),
  fc.tuple(organisationId, fc.constantFrom('accepted' as const, 'disregarded' as const), some).map(
    ([tender, outcome, present]): EvaluationCommand => ({
      ...{ type: 'JudgePrice', chair: CHAIR, organisationId: tender, outcome, reasons: reason, present },
    }),
  ),
)

const lives: LifeCommand[] = [
  { type: 'Pause', reason },
  { type: 'Resume', reason },
  { type: 'SendBack', to: 'tender', reason },
  { type: 'Withdraw', reason },
]
const steps: EvaluationStep['type'][] = [
  ...(['CheckBidders', 'CheckCompliance', 'CloseCompliance', 'OpenScoring', 'CloseScoring'] as const),
  ...(['CloseModeration', 'OpenPrices', 'RankTenders'] as const),
]

const done = fc.oneof(
  { weight: 14, arbitrary: commands.map((command) => ({ does: 'command' as const, command })) },
  { weight: 5, arbitrary: fc.constantFrom(...steps).map((type) => ({ does: 'step' as const, type })) },
  { weight: 2, arbitrary: fc.constant({ does: 'attend' as const }) },
  { weight: 1, arbitrary: member.map((person) => ({ does: 'exclude' as const, person })) },
  { weight: 1, arbitrary: member.map((person) => ({ does: 'renew' as const, person })) },
  {
    weight: 1,
    arbitrary: fc.tuple(member, organisationId).map(([person, tender]) => ({
      ...{ does: 'raise' as const, person, organisationId: tender },
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('pm', ...members), fc.integer({ min: 1, max: 3 }), fc.constantFrom('pass', 'fail'))
      .map(([person, id, verdict]) => ({ does: 'rule' as const, person, id, verdict })),
  },
  { weight: 1, arbitrary: fc.constantFrom(...lives).map((command) => ({ does: 'life' as const, command })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('AskForErasure' as const, 'ErasePayload' as const),
        fc.constantFrom('pm', 'approver'),
        fc.integer({ min: 0, max: 2 }),
      )
      .map(([type, person, sheet]) => ({ does: 'erase' as const, type, person, sheet })),
  },
) as fc.Arbitrary<Deed>
const deed: fc.Arbitrary<Deed> = fc.tuple(fc.integer({ min: 0, max: 12 }), done).map(([at, one]) => ({ ...one, at }))

/** Of a played case, what its sheets were submitted as. */
interface Submitted {
  sequence: number
  sheet: Omit<ScoreSheet, 'submittedAt'>
  erased: boolean
}

function eventsOf(theCase: Case, one: Deed, at: string, submitted: readonly Submitted[]): CaseEvent[] {
  const { attempt } = theCase.life
  switch (one.does) {
    case 'command':
      return decideEvaluation(theCase, one.command, on(at))
    case 'step':
      return stepEvaluation(theCase, stepOf(theCase, one.type), on(at))
    case 'exclude':
      return [{ type: 'MemberExcluded', data: { person: one.person, reason: 'A tie.' } }]
    case 'renew': {
      const { organisations } = matter(theCase)
      const known = matter(theCase, namedInTenders(theCase.tender, [...organisations.values()]))
      const said = { kind: 'nothing to declare' as const }
      return renewDeclaration(theCase, { person: one.person, said, matter: known }, on(at))
    }
    case 'raise':
      return raiseQuestion(theCase, { ...one, requirement: 'missing', says: reason }, on(at))
    case 'rule':
      return ruleOnCompliance(theCase, { ...one, reasons: reason }, on(at))
    case 'life':
      return decideLife(theCase, one.command, on(at, by('pm', 'programme-manager')))
    case 'erase': {
      const erasing = submitted[one.sheet]
      const { sequence, sheet, erased } = erasing ?? { sequence: 1, sheet: null, erased: false }
      const event = { entry: { type: 'ScoresSubmitted' }, payload: erased ? null : sheet }
      const as = one.person === 'pm' ? 'programme-manager' : 'approver'
      return decideLife(
        theCase,
        { type: one.type, sequence, reason, event: erasing && event },
        on(addMilliseconds(at, KEPT), by(one.person, as)),
      )
    }
    case 'attend': {
      const attendance = attend(theCase, { caseId: theCase.id, attempt }, waitNames, at)
      return attendance.verdict === 'act' ? attendance.events : []
    }
  }
}

const prices = { harbour: price(900), meadow: price(1000), ridge: price(1200) }

function stepOf(theCase: Case, type: EvaluationStep['type']): EvaluationStep {
  const { attempt } = theCase.life
  if (type === 'CheckBidders' || type === 'CheckCompliance') return { type, attempt, matter: matter(theCase) }
  return type === 'OpenPrices' ? { type, attempt, prices } : { type, attempt }
}

interface Counts {
  submitted: number
  refused: number
  erased: number
  did: Set<string>
}

const start = scoring(tendered(Object.fromEntries(TENDERS.map((tender) => [tender, opened()]))))
/** Far apart on quality, so that it is moderated. */
const scored = members.reduce(
  (so, who, place) =>
    TENDERS.reduce((before, tender) => scoredBy(before, who, tender, given(place === 0 ? 0 : 4, 3)), so),
  start,
)
const moderating = stepped(scored, { type: 'CloseScoring', attempt: 6 })
const agenda = TENDERS.map((tender) => ({ organisationId: tender, criterionId: 'quality' }))
const meeting = doing(moderating, { type: 'HoldMeeting', chair: CHAIR, heldOn: '2026-01-05', present: members, agenda })
const met = following(moderating, meeting, START)
const moderated = stepped(moderating, { type: 'CloseModeration', attempt: 6 })
const pricedAt = (harbour: number) =>
  stepped(moderated, {
    ...stepOf(moderated, 'OpenPrices'),
    prices: { ...prices, harbour: price(harbour) },
  } as EvaluationStep)
/** Far below the others: it has to be explained. */
const priced = pricedAt(100)
const ranked = stepped(pricedAt(900), { type: 'RankTenders', attempt: 6 })
const ended = following(scored, decideLife(scored, { type: 'Withdraw', reason }, on(START)), START)
/** Where the sequences begin: from the first score to the end of the case. */
const beginnings = { start, scored, moderating, met, moderated, priced, ranked, ended }

interface Sequence {
  from: keyof typeof beginnings
  deeds: Deed[]
}
const sequences: fc.Arbitrary<Sequence> = fc.record({
  from: fc.constantFrom(...(Object.keys(beginnings) as (keyof typeof beginnings)[])),
  deeds: fc.array(deed, { minLength: 5, maxLength: 40, size: 'max' }),
})

/** Lives through all of it, and looks after each deed whether a sheet is another than it was. */
function live({ from, deeds }: Sequence, counts: Counts, { decide = eventsOf, follow = following } = {}): void {
  let theCase = beginnings[from]
  let at = START
  const submitted = Object.values(theCase.scoreSheets ?? {}).map(({ submittedAt: _, ...sheet }, place): Submitted => {
    return { sequence: place + 1, sheet, erased: false }
  })
  const kept = new Map(Object.entries(theCase.scoreSheets ?? {}).map(([key, sheet]) => [key, JSON.stringify(sheet)]))
  for (const one of deeds) {
    at = addMilliseconds(at, (one.at * DAY) / 6)
    let events: CaseEvent[] = []
    try {
      events = decide(theCase, one, at, submitted)
      theCase = follow(theCase, events, at, { person: 'person' in one ? one.person : 'pm', as: 'programme-manager' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      counts.refused += 1
    }
    for (const { type, data } of events) {
      counts.did.add(type)
      if (type === 'ScoresSubmitted') submitted.push({ sequence: submitted.length + 1, sheet: data, erased: false })
      if (type !== 'PayloadErased') continue
      const erased = submitted.find(({ sequence }) => sequence === data.sequence)
      if (!erased || theCase.life.status !== 'ended') throw new Error('Something was erased that could not be.')
      erased.erased = true
      counts.erased += 1
      theCase = {
        ...theCase,
        ...withoutWhatWasSaid(theCase, {
          ...{ sequence: erased.sequence, type: 'ScoresSubmitted', data: erased.sheet },
        }),
      }
      const key = sheetKey(erased.sheet)
      kept.set(key, (kept.get(key) ?? '').replaceAll(/"rationale":"[^"]*"/g, `"rationale":"${ERASED}"`))
    }
    const sheets = theCase.scoreSheets ?? {}
    for (const [key, before] of kept) expect(JSON.stringify(sheets[key])).toBe(before)
    for (const [key, sheet] of Object.entries(sheets)) if (!kept.has(key)) kept.set(key, JSON.stringify(sheet))
  }
  counts.submitted += kept.size
}

const none = (): Counts => ({ submitted: 0, refused: 0, erased: 0, did: new Set() })
const runs = process.env['LONG'] ? { numRuns: 5_000 } : { seed: 20261125, numRuns: 250 }

test('no sequence of commands changes a submitted score or its rationale', () => {
  const counts = none()
  fc.assert(
    fc.property(sequences, (sequence) => live(sequence, counts)),
    runs,
  )
  // It would say nothing where nothing was submitted, nothing was refused, or something was never done.
  expect(counts.submitted).toBeGreaterThan(300)
  expect(counts.refused).toBeGreaterThan(300)
  expect(counts.erased).toBeGreaterThan(0)
  expect([...counts.did]).toEqual(
    expect.arrayContaining([
      ...['ScoresSubmitted', 'ComplianceRaised', 'ComplianceRuled', 'MemberExcluded'],
      ...['ScoringClosed', 'ModerationMeetingHeld', 'CriterionModerated', 'ModerationClosed', 'PricesOpened'],
      ...['PriceExplained', 'TendersRanked', 'StageEntered', 'CasePaused', 'CaseResumed', 'CaseEnded', 'PayloadErased'],
    ]),
  )
}, 600_000)

describe('a product that did change one would be found out', () => {
  const isFoundOut = (mutant: Parameters<typeof live>[2]) =>
    fc.check(
      fc.property(sequences, (sequence) => live(sequence, none(), mutant)),
      { seed: 20261125, numRuns: 300, endOnFailure: true },
    ).failed
  const changed = (theCase: Case, change: (sheet: ScoreSheet) => ScoreSheet): Case => ({
    ...theCase,
    scoreSheets: Object.fromEntries(Object.entries(theCase.scoreSheets ?? {}).map(([key, one]) => [key, change(one)])),
  })
  const rescored = (sheet: ScoreSheet, to: number): ScoreSheet => ({
    ...sheet,
    scores: { ...sheet.scores, quality: { score: to, rationale: sheet.scores['quality']?.rationale ?? '' } },
  })

  test('that takes a second submission', () => {
    const decide: typeof eventsOf = (theCase, one, at, submitted) => {
      const forgetful = theCase.evaluation?.status === 'scoring' && { ...theCase.evaluation, submitted: {} }
      return eventsOf(forgetful ? { ...theCase, evaluation: forgetful } : theCase, one, at, submitted)
    }
    expect(isFoundOut({ decide })).toBe(true)
  })

  test.each(['ComplianceRaised', 'MemberExcluded', 'StageEntered', 'ScoringClosed', 'CriterionModerated'] as const)(
    'that writes a score anew at %s',
    (type) => {
      const follow: typeof following = (theCase, events, at, actor) => {
        const after = following(theCase, events, at, actor)
        return events.some((event) => event.type === type) ? changed(after, (sheet) => rescored(sheet, 0)) : after
      }
      expect(isFoundOut({ follow })).toBe(true)
    },
  )
})
