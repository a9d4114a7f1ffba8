import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { monthsAfter } from '../time/day.ts'
import { londonDate } from '../time/instant.ts'
import {
  type AfterAward,
  type Checklist,
  currentMilestone,
  type Milestone,
  type milestoneFindings,
  type OpenedMilestone,
  unansweredItems,
} from './after-award.ts'
import { type BenefitsReview, reviewFaults } from './benefits.ts'

/**
 * How many months ahead the first day of the service may lie: the execution that waits for the end of its first months lives no
 * longer than a year.
 */
const MOST_MONTHS_AHEAD = 5

/** The most items of a checklist: nobody answers a longer one. */
const MOST_ITEMS = 40

export type AfterAwardCommand =
  | { type: 'AnswerMilestoneItem'; item: string; finding: (typeof milestoneFindings)[number]; comment: string }
  | { type: 'ReachMilestone'; reasons: string; goLiveOn?: string | undefined }
  | { type: 'MoveGoLive'; goLiveOn: string; reason: string }
  | { type: 'ReviewBenefits'; review: BenefitsReview }
  /** @param latest the newest version of the milestone's checklist, of all cases */
  | { type: 'LearnChecklistItem'; milestone: Milestone; question: string; because: string; latest: Checklist }
  | { type: 'EndFollowUp'; reason: string }

/** What the programme manager does after the award (requirements §2, stage 6). */
export function decideAfterAward(theCase: Case, command: AfterAwardCommand, { at }: Circumstances): CaseEvent[] {
  mustBeIn(theCase, 'after-award')
  const { afterAward } = theCase
  refuseUnless(afterAward, 'TooEarly', 'The first milestone is being opened. Try again in a minute.')
  switch (command.type) {
    case 'AnswerMilestoneItem': {
      const { type: _, ...answer } = command
      const { milestone, checklist } = openMilestone(afterAward)
      refuseUnless(
        checklist.items.some(({ id }) => id === answer.item),
        'NotFound',
        'This item is not in the milestone’s checklist.',
      )
      return [{ type: 'MilestoneItemAnswered', data: { milestone, ...answer } }]
    }
    case 'ReachMilestone':
      return reach(afterAward, command, at)
    case 'MoveGoLive': {
      refuseUnless(
        afterAward.goLiveOn,
        'TooEarly',
        'The service has no go-live date yet. You set it at the milestone “ready to go live”.',
      )
      refuseUnless(
        theCase.life.wait?.name === 'first months',
        'TooLate',
        'The first months are over, and the review has begun.',
      )
      mustBeNear(afterAward, command.goLiveOn, at)
      const { goLiveOn, reason } = command
      return [
        { type: 'GoLiveMoved', data: { goLiveOn, reason } },
        { type: 'StageEntered', data: { stage: 'after-award', attempt: theCase.life.attempt + 1 } },
      ]
    }
    case 'ReviewBenefits': {
      const { milestone } = openMilestone(afterAward)
      refuseUnless(milestone === 'did it work', 'TooEarly', 'The benefits are reviewed at the milestone “did it work”.')
      const faults = reviewFaults(theCase.proposal.form, command.review)
      if (faults.length > 0) throw new Refusal('Invalid', 'The review does not fit the proposal.', faults)
      return [{ type: 'BenefitsReviewed', data: command.review }]
    }
    case 'LearnChecklistItem':
      return [learn(command)]
    case 'EndFollowUp':
      return [{ type: 'CaseEnded', data: { outcome: 'awarded', reason: command.reason } }]
  }
}

function openMilestone(afterAward: AfterAward): OpenedMilestone {
  const current = currentMilestone(afterAward)
  refuseUnless(
    current,
    'TooEarly',
    'No milestone is open: the service is in its first months, or the next milestone is being opened.',
  )
  return current
}

/** Every item is answered; before go-live none may be “not met”; the last needs the benefits review. All faults at once. */
function reach(
  afterAward: AfterAward,
  { reasons, goLiveOn }: Extract<AfterAwardCommand, { type: 'ReachMilestone' }>,
  at: string,
): CaseEvent[] {
  const current = openMilestone(afterAward)
  const { milestone, checklist, answers } = current
  const last = milestone === 'did it work'
  const notMet = last ? [] : checklist.items.filter(({ id }) => answers[id]?.finding === 'not met')
  const faults = [
    ...unansweredItems(current).map(({ id, question }) => ({
      path: ['checklist', id],
      message: `Not answered yet: ${question}`,
    })),
    ...notMet.map(({ id, question }) => ({
      path: ['checklist', id],
      message: `Not met, and the milestone cannot be reached until it is at least partly met: ${question}`,
    })),
    ...(last && !afterAward.review
      ? [{ path: ['review'], message: 'Compare what was promised with what was achieved' }]
      : []),
  ]
  if (faults.length > 0) throw new Refusal('TooEarly', `The milestone “${milestone}” is not reached yet.`, faults)
  if (milestone !== 'ready to go live') return [{ type: 'MilestoneReached', data: { milestone, reasons } }]
  if (goLiveOn === undefined)
    throw new Refusal('Invalid', 'The service is ready: say when it goes live.', [
      { path: ['goLiveOn'], message: 'Enter the first day of the service' },
    ])
  mustBeNear(afterAward, goLiveOn, at)
  return [{ type: 'MilestoneReached', data: { milestone, reasons, goLiveOn } }]
}

/** Refuses a first day of the service before the award, or too far ahead. */
function mustBeNear({ awardedAt }: AfterAward, goLiveOn: string, at: string): void {
  const earliest = londonDate(awardedAt)
  const latest = monthsAfter(londonDate(at), MOST_MONTHS_AHEAD)
  if (goLiveOn < earliest || goLiveOn > latest)
    throw new Refusal('Invalid', 'The service cannot go live on that date.', [
      { path: ['goLiveOn'], message: `Enter a date from ${earliest} to ${latest}` },
    ])
}

/** An item learnt in one project stands in the checklist of the next (requirements §2, stage 6). */
function learn({
  milestone,
  question,
  because,
  latest,
}: Extract<AfterAwardCommand, { type: 'LearnChecklistItem' }>): CaseEvent {
  const same = (one: string) => one.trim().toLowerCase() === question.trim().toLowerCase()
  refuseUnless(
    !latest.items.some((item) => same(item.question)),
    'AlreadyDone',
    'This question is already in the checklist.',
  )
  refuseUnless(latest.items.length < MOST_ITEMS, 'NotAllowed', `A checklist can hold up to ${MOST_ITEMS} items.`)
  const version = latest.version + 1
  const item = { id: `learnt-${version}`, question }
  return {
    type: 'ChecklistItemLearnt',
    data: { milestone, checklist: { version, items: [...latest.items, item] }, item, because },
  }
}
