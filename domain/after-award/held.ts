import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { type AfterAwardCommand, decideAfterAward } from './decide.ts'

export const afterAwardRules: readonly Rule[] = [
  rule(
    'A milestone after the award is reached once every item of its checklist is answered, with none not met before the service goes live, and the last once what was achieved is compared with every benefit that was promised.',
    ['MilestoneItemAnswered', 'MilestoneReached', 'GoLiveMoved', 'BenefitsReviewed'],
    ['life', 'afterAward', 'proposal'],
    (before, event) =>
      refused(
        () => decideAfterAward(before, asSent(event), event),
        ([decided]) => unless(same(decided?.data, event.data), 'it is not of the milestone that was open'),
      ),
  ),
]

function asSent(
  event: RecordedAs<'MilestoneItemAnswered' | 'MilestoneReached' | 'GoLiveMoved' | 'BenefitsReviewed'>,
): AfterAwardCommand {
  switch (event.type) {
    case 'MilestoneItemAnswered':
      return { type: 'AnswerMilestoneItem', ...event.data }
    case 'MilestoneReached':
      return { type: 'ReachMilestone', ...event.data }
    case 'GoLiveMoved':
      return { type: 'MoveGoLive', ...event.data }
    case 'BenefitsReviewed':
      return { type: 'ReviewBenefits', review: event.data }
  }
}
