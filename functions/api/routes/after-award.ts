import { type Milestone, milestoneFindings, milestones } from '../../../domain/after-award/after-award.ts'
import { benefitsReviewSchema } from '../../../domain/after-award/benefits.ts'
import { type AfterAwardCommand, decideAfterAward } from '../../../domain/after-award/decide.ts'
import { viewAfterAward } from '../../../domain/after-award/view.ts'
import { enteredDay } from '../../../domain/time/entered.ts'
import * as z from '../../../domain/zod.ts'
import { latestChecklist, nextChecklist, readChecklists } from '../../store/checklist-store.ts'
import { authorise } from '../access.ts'
import { afterAwardAnswer, checklistsAnswer } from '../answers/after-award.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { idSchema, reason, shortReason } from '../text.ts'
import { caseView, noQuery, programmeView } from '../view.ts'

const goLiveOn = enteredDay('Enter the first day of the service')

/** The awarded contract is followed until it is known whether it worked, and what was learnt goes into the checklists. */
export function afterAwardRoutes(app: Api): void {
  const command = <Body extends z.ZodObject>(
    name: string,
    summary: string,
    body: Body,
    commandOf: (body: z.output<Body>) => AfterAwardCommand,
  ) =>
    caseCommand(app, {
      name,
      summary,
      body,
      decide: (theCase, given, circumstances) => decideAfterAward(theCase, commandOf(given), circumstances),
    })
  command(
    'answer-milestone-item',
    'Answer an item of the open milestone’s checklist',
    z.strictObject({ item: idSchema, finding: z.enum(milestoneFindings), comment: shortReason }),
    (body) => ({ type: 'AnswerMilestoneItem', ...body }),
  )
  command(
    'reach-milestone',
    'Record that the open milestone is reached, with reasons',
    z.strictObject({ reasons: reason, goLiveOn: goLiveOn.optional() }),
    (body) => ({ type: 'ReachMilestone', ...body }),
  )
  command('move-go-live', 'Change the go-live date', z.strictObject({ goLiveOn, reason }), (body) => ({
    type: 'MoveGoLive',
    ...body,
  }))
  command('review-benefits', 'Compare what was promised with what was achieved', benefitsReviewSchema, (review) => ({
    type: 'ReviewBenefits',
    review,
  }))
  command(
    'end-follow-up',
    'Close the case before its last milestone, with the reason',
    z.strictObject({ reason }),
    (body) => ({ type: 'EndFollowUp', ...body }),
  )
  caseCommand(app, {
    name: 'learn-checklist-item',
    summary: 'Put what this case taught into the next version of a milestone’s checklist',
    body: z.strictObject({
      milestone: z.enum(milestones),
      question: shortReason.max(300, 'Shorten the question to 300 characters'),
      because: shortReason,
    }),
    decide: async (theCase, body, circumstances) => {
      const latest = await latestChecklist(circumstances.deps, body.milestone)
      return decideAfterAward(theCase, { type: 'LearnChecklistItem', ...body, latest }, circumstances)
    },
    also: (_, { milestone }, { deps }, events) =>
      events.flatMap((event) =>
        event.type === 'ChecklistItemLearnt' ? [nextChecklist(deps, milestone, event.data.checklist)] : [],
      ),
  })
  caseView(app, {
    name: 'view-after-award',
    path: '/after-award',
    summary:
      'The milestones after the award with their checklists, and what was promised compared with what was achieved',
    answer: afterAwardAnswer,
    query: noQuery,
    view: viewAfterAward,
  })
  programmeView(app, {
    name: 'checklists',
    path: '/api/checklists',
    summary: 'Every version of the milestones’ checklists, the oldest first',
    answer: checklistsAnswer,
    query: noQuery,
    view: async ({ known, deps }) => {
      authorise(known, 'view-checklists')
      const versions = async (milestone: Milestone) => ({ milestone, versions: await readChecklists(deps, milestone) })
      return { checklists: await Promise.all(milestones.map(versions)) }
    },
  })
}
