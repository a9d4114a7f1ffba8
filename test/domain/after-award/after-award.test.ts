import { describe, expect, test } from 'vitest'
import { type Checklist, type Milestone, milestones } from '../../../domain/after-award/after-award.ts'
import { firstChecklists } from '../../../domain/after-award/checklists.ts'
import { type AfterAwardCommand, decideAfterAward } from '../../../domain/after-award/decide.ts'
import { type AfterAwardStep, courseOf, stepAfterAward } from '../../../domain/after-award/step.ts'
import { viewAfterAward } from '../../../domain/after-award/view.ts'
import type { Case } from '../../../domain/case/case.ts'
import { decideLife } from '../../../domain/case/decide.ts'
import { attend } from '../../../domain/wait/attend.ts'
import { type WaitName, waitNames } from '../../../domain/wait/wait.ts'
import { caseIn, on, START } from '../case-in.ts'
import { following, refusal, refusedWith, types } from '../story.ts'

const step = (theCase: Case, type: AfterAwardStep['type'], at = START) =>
  stepAfterAward(theCase, { type, attempt: theCase.life.attempt, latest: firstChecklists }, on(at))
const stepped = (theCase: Case, type: AfterAwardStep['type'], at = START) =>
  following(theCase, step(theCase, type, at), at, { step: 'a-step' })
const doing = (theCase: Case, command: AfterAwardCommand, at = START) => decideAfterAward(theCase, command, on(at))
const done = (theCase: Case, command: AfterAwardCommand, at = START) =>
  following(theCase, doing(theCase, command, at), at)

const awarded = following(
  caseIn('decision'),
  [
    { type: 'AwardMade', data: { sitting: 1, organisationId: 'harbour' } },
    { type: 'StageEntered', data: { stage: 'after-award', attempt: 6 } },
  ],
  START,
)
const planning = stepped(awarded, 'OpenMilestone')

/** Every item answered with this finding. */
const answered = (theCase: Case, finding: 'met' | 'not met' = 'met', at = START): Case =>
  (theCase.afterAward?.milestones.at(-1)?.checklist.items ?? []).reduce(
    (before, { id }) => done(before, { type: 'AnswerMilestoneItem', item: id, finding, comment: 'Seen.' }, at),
    theCase,
  )

/** The next milestone, as the workflow brings it about: the stage is entered anew and the milestone opened. */
const next = (theCase: Case, at = START): Case =>
  stepped(
    following(
      theCase,
      [{ type: 'StageEntered', data: { stage: 'after-award', attempt: theCase.life.attempt + 1 } }],
      at,
      { step: 'enter-the-next-milestone' },
    ),
    'OpenMilestone',
    at,
  )

const reached = (theCase: Case, at = START, goLiveOn?: string): Case =>
  done(answered(theCase, 'met', at), { type: 'ReachMilestone', reasons: 'All is there.', goLiveOn }, at)

const GO_LIVE = '2026-03-01'
const live = next(reached(next(reached(planning)), START, GO_LIVE))
const OVER = '2026-09-01T00:00:00.000Z'
const reviewing = next(live, OVER)
const waitOf = (theCase: Case): WaitName | undefined => theCase.life.wait?.name
const attendance = (theCase: Case, at: string) =>
  attend(theCase, { caseId: theCase.id, attempt: theCase.life.attempt }, waitNames, at)

const review = {
  deliverables: [{ delivered: 'late' as const, evidence: 'Opened in May.' }],
  objectives: [{ achieved: 'met' as const, evidence: 'Five weeks, by the report.' }],
  costs: { oneOff: 3_000_000, recurrent: 1, savings: 3_500_000, explanation: 'Furniture.' },
}

describe('the milestones after the award (requirements §2, stage 6)', () => {
  test('come one after the other, each with the checklist that is newest when it is opened', () => {
    expect(planning.afterAward?.milestones).toMatchObject([{ milestone: 'plan agreed', checklist: { version: 1 } }])
    expect(waitOf(planning)).toBe('plan agreed')
    const later: Record<Milestone, Checklist> = {
      ...firstChecklists,
      'ready to go live': { version: 4, items: [{ id: 'learnt-4', question: 'Is there a key?' }] },
    }
    const entered = following(
      reached(planning),
      [{ type: 'StageEntered', data: { stage: 'after-award', attempt: 7 } }],
      START,
    )
    expect(stepAfterAward(entered, { type: 'OpenMilestone', attempt: 7, latest: later }, on(START))).toMatchObject([
      { type: 'MilestoneOpened', data: { milestone: 'ready to go live', checklist: { version: 4 } } },
      { type: 'WaitOpened', data: { name: 'ready to go live' } },
    ])
  })

  test('are reached when every item is answered; every fault is said at once', () => {
    const half = done(planning, { type: 'AnswerMilestoneItem', item: 'plan', finding: 'not met', comment: 'None.' })
    const { code, faults } = refusal(() => doing(half, { type: 'ReachMilestone', reasons: 'Yes.' }))
    expect([code, faults.length]).toEqual(['TooEarly', 6])
    expect(faults.map(({ path }) => path.join('/'))).toEqual([
      ...['contract', 'staff', 'pathway', 'measures', 'risks', 'plan'].map((item) => `checklist/${item}`),
    ])
    expect(refusedWith(() => doing(answered(planning, 'not met'), { type: 'ReachMilestone', reasons: 'Yes.' }))).toBe(
      'TooEarly',
    )
    expect(
      refusedWith(() =>
        doing(planning, { type: 'AnswerMilestoneItem', item: 'premises', finding: 'met', comment: 'Of another.' }),
      ),
    ).toBe('NotFound')
  })

  test('a service that is ready says when it goes live, near and not before the award', () => {
    const ready = answered(next(reached(planning)))
    const goLive = (goLiveOn?: string) =>
      refusal(() => doing(ready, { type: 'ReachMilestone', reasons: 'Yes.', goLiveOn }))
    expect(goLive().faults).toMatchObject([{ path: ['goLiveOn'] }])
    expect(goLive('2026-01-04').code).toBe('Invalid')
    expect(goLive('2026-06-06').code).toBe('Invalid')
    expect(types(doing(ready, { type: 'ReachMilestone', reasons: 'Yes.', goLiveOn: '2026-06-05' }))).toEqual([
      'MilestoneReached',
    ])
  })

  test('the first months pass, 183 days from go-live; then it is reviewed until a year after', () => {
    expect(live.life.wait).toMatchObject({ name: 'first months', dueAt: '2026-08-31T23:00:00.000Z' })
    expect(live.life.wait).not.toHaveProperty('remindAt')
    expect(attendance(live, '2026-08-31T22:59:59.999Z')).toEqual({
      verdict: 'waiting',
      until: '2026-08-31T23:00:00.000Z',
    })
    expect(attendance(live, '2026-08-31T23:00:00.000Z')).toEqual({ verdict: 'answered' })
    expect(courseOf(live)).toBe('milestone')
    expect(reviewing.life.wait).toMatchObject({ name: 'did it work', dueAt: '2027-03-02T00:00:00.000Z' })
  })

  test('go-live can be moved while the first months last: an execution of its own waits for the new day', () => {
    const moved = doing(live, { type: 'MoveGoLive', goLiveOn: '2026-04-01', reason: 'The roof.' })
    expect(types(moved)).toEqual(['GoLiveMoved', 'StageEntered'])
    const after = stepped(following(live, moved, START), 'OpenMilestone')
    expect(after.life.wait).toMatchObject({ name: 'first months', dueAt: '2026-10-01T23:00:00.000Z' })
    const move: AfterAwardCommand = { type: 'MoveGoLive', goLiveOn: '2026-04-01', reason: 'The roof.' }
    expect([refusedWith(() => doing(planning, move)), refusedWith(() => doing(reviewing, move, OVER))]).toEqual([
      'TooEarly',
      'TooLate',
    ])
  })

  test('a milestone whose date passes is reminded of, then escalated, then chased', () => {
    const { wait } = planning.life
    expect(attendance(planning, wait?.remindAt ?? '')).toMatchObject({ verdict: 'act', events: [{ type: 'Reminded' }] })
    const reminded = following(
      planning,
      [{ type: 'Reminded', data: { wait: 'plan agreed', who: [] } }],
      wait?.remindAt ?? '',
      { step: 'attend-to-the-milestone' },
    )
    expect(attendance(reminded, wait?.dueAt ?? '')).toMatchObject({
      events: [{ type: 'Escalated', data: { because: expect.stringContaining('6 items') } }],
    })
  })
})

describe('the benefits review', () => {
  test('holds what was achieved against what was promised, amount by amount', () => {
    const reviewed = done(reviewing, { type: 'ReviewBenefits', review }, OVER)
    expect(viewAfterAward(reviewed).benefits).toEqual({
      deliverables: [{ what: 'A counsellor in each practice', by: '2026-12-01', ...review.deliverables[0] }],
      objectives: [{ objective: 'Nobody waits longer than six weeks.', ...review.objectives[0] }],
      costs: [
        { name: 'oneOff', promised: 2_500_000, achieved: 3_000_000, difference: 500_000 },
        { name: 'recurrent', promised: 1, achieved: 1, difference: 0 },
        { name: 'savings', promised: 4_000_000, achieved: 3_500_000, difference: -500_000 },
      ],
      explanation: 'Furniture.',
    })
  })

  test('reviews everything that was promised, at its own milestone, and the case does not close without it', () => {
    const short = { ...review, deliverables: [], objectives: [] }
    const { faults } = refusal(() => doing(reviewing, { type: 'ReviewBenefits', review: short }, OVER))
    expect(faults.map(({ path }) => path[0])).toEqual(['deliverables', 'objectives'])
    expect(refusedWith(() => doing(planning, { type: 'ReviewBenefits', review }))).toBe('TooEarly')
    const all = answered(reviewing, 'not met', OVER)
    expect(refusal(() => doing(all, { type: 'ReachMilestone', reasons: 'No.' }, OVER)).faults).toMatchObject([
      { path: ['review'] },
    ])
    const closed = done(
      done(all, { type: 'ReviewBenefits', review }, OVER),
      { type: 'ReachMilestone', reasons: 'No.' },
      OVER,
    )
    expect(courseOf(closed)).toBe('close')
    expect(attendance(closed, OVER)).toEqual({ verdict: 'answered' })
    expect(stepped(closed, 'CloseCase', OVER).life).toMatchObject({
      status: 'ended',
      outcome: 'awarded',
      reason: 'No.',
    })
  })
})

describe('what a project teaches', () => {
  const learn = (theCase: Case, question: string): AfterAwardCommand => ({
    ...{ type: 'LearnChecklistItem', milestone: 'plan agreed', question, because: 'It was forgotten.' },
    latest: { version: 3, items: theCase.afterAward?.milestones[0]?.checklist.items ?? [] },
  })

  test('stands in the next version of the checklist, and changes no running case', () => {
    const events = doing(planning, learn(planning, 'Is there a key?'))
    expect(events).toMatchObject([
      {
        type: 'ChecklistItemLearnt',
        data: { checklist: { version: 4 }, item: { id: 'learnt-4', question: 'Is there a key?' } },
      },
    ])
    const after = following(planning, events, START)
    expect(after.afterAward?.milestones).toEqual(planning.afterAward?.milestones)
    expect(viewAfterAward(after).learnt).toMatchObject([{ milestone: 'plan agreed', version: 4 }])
  })

  test('is asked once', () => {
    const asked = planning.afterAward?.milestones[0]?.checklist.items[0]?.question ?? ''
    expect(refusedWith(() => doing(planning, learn(planning, ` ${asked.toUpperCase()}`)))).toBe('AlreadyDone')
  })
})

describe('an awarded case', () => {
  test('is not withdrawn; what follows the award can be ended, with the reason', () => {
    expect(refusedWith(() => decideLife(planning, { type: 'Withdraw', reason: 'No.' }, on(START)))).toBe('TooLate')
    const ended = done(planning, { type: 'EndFollowUp', reason: 'The provider was wound up.' })
    expect(ended.life).toMatchObject({ status: 'ended', outcome: 'awarded', reason: 'The provider was wound up.' })
    expect(attendance(ended, START)).toEqual({ verdict: 'left' })
  })

  test('does every step once, also when its execution begins again', () => {
    expect(step(planning, 'OpenMilestone')).toEqual([])
    expect(step(planning, 'CloseCase')).toEqual([])
    const resumed = following(planning, [{ type: 'StageEntered', data: { stage: 'after-award', attempt: 7 } }], START)
    expect(types(step(resumed, 'OpenMilestone'))).toEqual(['WaitOpened'])
    expect(milestones.every((name) => firstChecklists[name].items.length > 0)).toBe(true)
  })
})
