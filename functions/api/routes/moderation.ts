import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import { enteredScore } from '../../../domain/evaluation/evaluation.ts'
import { viewModeration } from '../../../domain/evaluation/view-moderation.ts'
import { enteredDay } from '../../../domain/time/entered.ts'
import * as z from '../../../domain/zod.ts'
import { loadNames } from '../../store/locality-store.ts'
import { moderationAnswer } from '../answers/evaluation.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { criterionId, idSchema, nothing, present, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

const matter = { organisationId: idSchema, criterionId }
const discussed = {
  ...matter,
  reason: shortReason,
  present,
  correction: shortReason.optional().meta({
    description: 'Why what was recorded of this criterion is corrected; what was recorded is kept beside it',
  }),
}

/** The chair records what the panel discussed; the members see it, and every score, once all are in. */
export function moderationRoutes(app: Api): void {
  caseCommand(app, {
    name: 'hold-moderation-meeting',
    summary: 'Record a moderation meeting: its date, who was there, and its agenda in order',
    body: z.strictObject({
      heldOn: enteredDay('Enter the day on which it was held'),
      planned: numbered.optional().meta({ description: 'The planned meeting that it was' }),
      present,
      agenda: z.array(z.strictObject(matter)).min(1, 'Enter what was discussed').max(800),
    }),
    decide: (theCase, body, command) =>
      decideEvaluation(theCase, { type: 'HoldMeeting', chair: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'moderate-criterion',
    summary: 'Record the score that the panel agreed, with its reason and who took part',
    body: z.strictObject({ ...discussed, score: enteredScore }),
    decide: (theCase, body, command) =>
      decideEvaluation(theCase, { type: 'ModerateCriterion', chair: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'leave-to-median',
    summary: 'Record that the panel discussed a criterion and did not agree, so that the median stands',
    body: z.strictObject(discussed),
    decide: (theCase, body, command) =>
      decideEvaluation(theCase, { type: 'LeaveToMedian', chair: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'conclude-moderation',
    summary: 'Record that all is recorded as it was agreed: moderation closes, and nothing of it can be corrected',
    body: nothing,
    decide: (theCase, _, command) =>
      decideEvaluation(theCase, { type: 'ConcludeModeration', chair: command.person.id }, command),
  })
  caseView(app, {
    name: 'view-moderation',
    path: '/moderation',
    summary: 'Scores that are far apart, what was agreed, and every score with its reasons, once all are in',
    answer: moderationAnswer,
    query: noQuery,
    load: ['scoreSheets'],
    view: async (theCase, { person, deps }) => {
      const view = viewModeration(theCase, person.id)
      return { ...view, names: await loadNames(deps, [...view.members, ...view.setAside, ...view.leftOut]) }
    },
  })
}
