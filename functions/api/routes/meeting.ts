import { decideMeeting } from '../../../domain/meeting/decide.ts'
import { enteredMeetingSchema, noteSchema, purposes } from '../../../domain/meeting/meeting.ts'
import { viewMeetings } from '../../../domain/meeting/view.ts'
import * as z from '../../../domain/zod.ts'
import { meetingsAnswer } from '../answers/meeting.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { numbered as id } from '../numbers.ts'
import { panelNames } from '../panel-names.ts'
import { present, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** When and where the panel meets, and who was there. */
export function meetingRoutes(app: Api): void {
  caseCommand(app, {
    name: 'plan-meeting',
    summary: 'Plan a meeting of the panel: its day and time in London, and where; the members are told',
    body: enteredMeetingSchema.extend({
      purpose: z.enum(purposes, 'Choose what the meeting is for'),
      note: noteSchema.optional(),
    }),
    decide: (theCase, { purpose, note, ...entered }, command) =>
      decideMeeting(theCase, { type: 'PlanMeeting', purpose, note, entered }, command),
  })
  caseCommand(app, {
    name: 'move-meeting',
    summary: 'Move a meeting of the panel, with a reason; the members are told',
    body: enteredMeetingSchema.extend({ id, reason: shortReason }),
    decide: (theCase, { id, reason, ...entered }, command) =>
      decideMeeting(theCase, { type: 'MoveMeeting', id, reason, entered }, command),
  })
  caseCommand(app, {
    name: 'cancel-meeting',
    summary: 'Cancel a meeting of the panel, with a reason; the members are told',
    body: z.strictObject({ id, reason: shortReason }),
    decide: (theCase, body, command) => decideMeeting(theCase, { type: 'CancelMeeting', ...body }, command),
  })
  caseCommand(app, {
    name: 'record-attendance',
    summary: 'Record who was at a meeting of the panel',
    body: z.strictObject({ id, present }),
    decide: (theCase, body, command) => decideMeeting(theCase, { type: 'RecordAttendance', ...body }, command),
  })
  caseView(app, {
    name: 'view-meetings',
    path: '/meetings',
    summary: 'Every meeting of the panel: when, where, how that changed, and who was there',
    answer: meetingsAnswer,
    query: noQuery,
    view: async (theCase, { deps }) => ({ ...viewMeetings(theCase), people: await panelNames(deps, theCase) }),
  })
}
