import type { Case } from '../case/case.ts'
import { dueAfter } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { currentMilestone, type Milestone, unansweredItems } from './after-award.ts'

/** An instant within a day in London, whose own date it is. */
export const noonOf = (date: string): Instant => `${date}T12:00:00.000Z`

/** Six months *setting* after go-live it can be seen whether it worked. */
export const firstMonthsAreOver = ({ afterAward, ruleBook }: Case, at: Instant): boolean =>
  afterAward?.goLiveOn === undefined || at >= dueAfter(noonOf(afterAward.goLiveOn), ruleBook.afterAward.reviewAfter)

const untilReached = (milestone: Milestone): WaitRule => ({
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: ({ afterAward }) => currentMilestone(afterAward)?.milestone !== milestone,
  atDeadline: (theCase, wait, at) => {
    const current = currentMilestone(theCase.afterAward)
    const open = current ? unansweredItems(current).length : 0
    const answered = open === 0 ? 'its checklist is answered' : `${open} items of its checklist are not answered`
    return [escalation(theCase, wait, at, `The milestone “${milestone}” has not been reached: ${answered}.`)]
  },
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
})

export const planAgreed = untilReached('plan agreed')
export const readyToGoLive = untilReached('ready to go live')
export const didItWork = untilReached('did it work')

export const firstMonths: WaitRule = {
  waitsFor: () => [],
  answered: firstMonthsAreOver,
  atDeadline: () => [],
  consequence: 'The service is reviewed: did it work?',
}
