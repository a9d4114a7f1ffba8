import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { refuseUnless } from '../refusal.ts'
import { dueAfter } from '../time/deadline.ts'
import { openWait, openWaitUntil, type WaitEvent } from '../wait/decide.ts'
import { type AfterAward, type Checklist, currentMilestone, type Milestone, nextMilestone } from './after-award.ts'
import { firstMonthsAreOver, noonOf } from './waits.ts'

export type AfterAwardStep =
  /** @param latest the newest version of each checklist */
  | { type: 'OpenMilestone'; attempt: number; latest: Record<Milestone, Checklist> }
  | { type: 'CloseCase'; attempt: number }

/** What the workflow's own steps decide after the award. Doing a step twice is doing it once. */
export function stepAfterAward(theCase: Case, step: AfterAwardStep, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, step.attempt)
  const { afterAward, life } = theCase
  refuseUnless(afterAward && life.stage === 'after-award', 'WrongStage', 'Nothing has been awarded in this case.')
  const next = nextMilestone(afterAward)
  switch (step.type) {
    case 'OpenMilestone': {
      // The milestone is open already, with its wait: an execution that begins again only waits for it.
      if (!next || life.wait || currentMilestone(afterAward)) return reopened(theCase, afterAward, at)
      if (next === 'did it work' && afterAward.goLiveOn && !firstMonthsAreOver(theCase, at))
        return [openFirstMonths(theCase, afterAward.goLiveOn, at)]
      return [
        { type: 'MilestoneOpened', data: { milestone: next, checklist: step.latest[next] } },
        milestoneWait(theCase, afterAward, next, at),
      ]
    }
    case 'CloseCase':
      return next === undefined
        ? [{ type: 'CaseEnded', data: { outcome: 'awarded', reason: lastReasons(afterAward) } }]
        : []
  }
}

/** When the stage is entered again, it has no wait: the open milestone gets its wait back. */
function reopened(theCase: Case, afterAward: AfterAward, at: string): CaseEvent[] {
  const current = currentMilestone(afterAward)
  return current && !theCase.life.wait ? [milestoneWait(theCase, afterAward, current.milestone, at)] : []
}

function milestoneWait(theCase: Case, { goLiveOn }: AfterAward, milestone: Milestone, at: string): WaitEvent {
  const { planWithin, goLiveWithin, reviewBy } = theCase.ruleBook.afterAward
  if (milestone === 'did it work' && goLiveOn)
    return openWaitUntil(theCase, milestone, at, dueAfter(noonOf(goLiveOn), reviewBy))
  return openWait(theCase, milestone, at, milestone === 'plan agreed' ? planWithin : goLiveWithin)
}

/** The first months of the service are waited for before it is judged. */
const openFirstMonths = (theCase: Case, goLiveOn: string, at: string): WaitEvent =>
  openWaitUntil(theCase, 'first months', at, dueAfter(noonOf(goLiveOn), theCase.ruleBook.afterAward.reviewAfter))

const lastReasons = ({ milestones }: AfterAward): string => milestones.at(-1)?.reached?.reasons ?? ''

/** Which way the workflow goes on from here. */
export const courseOf = ({ afterAward }: Case): 'milestone' | 'close' =>
  afterAward && nextMilestone(afterAward) === undefined ? 'close' : 'milestone'
