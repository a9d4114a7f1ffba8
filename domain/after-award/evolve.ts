import type { Recorded } from '../case/event.ts'
import type { AfterAward, OpenedMilestone } from './after-award.ts'

export function evolveAfterAward(afterAward: AfterAward | undefined, event: Recorded): AfterAward | undefined {
  if (event.type === 'AwardMade')
    return { organisationId: event.data.organisationId, awardedAt: event.at, milestones: [], learnt: [] }
  if (!afterAward) return afterAward
  const changing = (name: string, change: (opened: OpenedMilestone) => OpenedMilestone): AfterAward => ({
    ...afterAward,
    milestones: afterAward.milestones.map((opened) => (opened.milestone === name ? change(opened) : opened)),
  })
  switch (event.type) {
    case 'MilestoneOpened': {
      const opened: OpenedMilestone = { ...event.data, openedAt: event.at, answers: {} }
      return { ...afterAward, milestones: [...afterAward.milestones, opened] }
    }
    case 'MilestoneItemAnswered': {
      const { milestone, item, finding, comment } = event.data
      const answer = { finding, comment, at: event.at }
      return changing(milestone, (opened) => ({ ...opened, answers: { ...opened.answers, [item]: answer } }))
    }
    case 'MilestoneReached': {
      const { milestone, reasons, goLiveOn } = event.data
      const reached = changing(milestone, (opened) => ({ ...opened, reached: { reasons, at: event.at } }))
      return goLiveOn === undefined ? reached : { ...reached, goLiveOn }
    }
    case 'GoLiveMoved':
      return { ...afterAward, goLiveOn: event.data.goLiveOn }
    case 'BenefitsReviewed':
      return { ...afterAward, review: { ...event.data, at: event.at } }
    case 'ChecklistItemLearnt': {
      const { milestone, checklist, item, because } = event.data
      const learnt = { milestone, version: checklist.version, item, because, at: event.at }
      return { ...afterAward, learnt: [...afterAward.learnt, learnt] }
    }
    default:
      return afterAward
  }
}
