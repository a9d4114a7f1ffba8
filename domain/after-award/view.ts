import type { Case } from '../case/case.ts'
import { refuseUnless } from '../refusal.ts'
import { currentMilestone, nextMilestone } from './after-award.ts'
import { compareBenefits } from './benefits.ts'

/** Where the contract stands: its milestones with their checklists, and what was promised beside what came of it. */
export function viewAfterAward(theCase: Case) {
  const { afterAward, proposal, life } = theCase
  refuseUnless(afterAward, 'TooEarly', 'Nothing has been awarded in this case yet.')
  const { organisationId, awardedAt, milestones, goLiveOn, review, learnt } = afterAward
  const next = nextMilestone(afterAward)
  return {
    organisationId,
    awardedAt,
    ...(goLiveOn !== undefined && { goLiveOn }),
    ...(life.status !== 'ended' && { current: currentMilestone(afterAward)?.milestone ?? next }),
    milestones,
    ...(review && { reviewedAt: review.at }),
    benefits: compareBenefits(proposal.form, review),
    learnt,
  }
}
