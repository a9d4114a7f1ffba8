import type { Case } from '../case/case.ts'
import { notThisMeeting } from '../meeting/attendance.ts'
import { attendanceFaults } from '../panel/attendance.ts'
import { chair as chairOf, votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { happened } from '../time/deadline.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { type EvaluationEvent, isMatter, type Matter, type Moderated, scoringHasClosed } from './evaluation.ts'
import { scorers } from './members.ts'
import { moderationOf, unmoderated } from './moderation.ts'

interface Discussed {
  chair: string
  organisationId: string
  criterionId: string
  reason: string
  /** Who took part: members who were at the meeting. */
  present: string[]
  /** Why it corrects what was recorded before, by a slip; what was recorded is kept beside it. */
  correction?: string | undefined
}

/** The chair records the meeting, and what came of each criterion on its agenda (requirements §6). */
export type ModerationCommand =
  | {
      type: 'HoldMeeting'
      chair: string
      heldOn: string
      planned?: number | undefined
      present: string[]
      agenda: Matter[]
    }
  | ({ type: 'ModerateCriterion'; score: number } & Discussed)
  /** The panel discussed it and did not agree. */
  | ({ type: 'LeaveToMedian' } & Discussed)
  /** All is recorded as it was agreed: until the chair says so, or the time is over, a slip can be corrected. */
  | { type: 'ConcludeModeration'; chair: string }

export function decideModeration(theCase: Case, command: ModerationCommand, at: Instant): EvaluationEvent[] {
  const { evaluation, panel } = theCase
  refuseUnless(chairOf(panel) === command.chair, 'NotAllowed', "Only the panel's chair records what the panel agreed.")
  refuseUnless(scoringHasClosed(evaluation), 'TooEarly', 'Moderation begins once the scores are in.')
  refuseUnless(evaluation.status === 'moderating', 'TooLate', 'Moderation has closed, so nothing more can be agreed.')
  switch (command.type) {
    case 'HoldMeeting':
      return hold(theCase, command, at)
    case 'ConcludeModeration':
      return conclude(theCase, evaluation)
    default:
      return discuss(theCase, command)
  }
}

function conclude(
  theCase: Case,
  { round, concludedAt }: { round: number; concludedAt?: Instant | undefined },
): EvaluationEvent[] {
  const left = unmoderated(theCase).length
  refuseUnless(
    left === 0,
    'TooEarly',
    `${left} ${left === 1 ? 'criterion has' : 'criteria have'} still to be discussed. Record what came of each first.`,
  )
  refuseUnless(concludedAt === undefined, 'AlreadyDone', 'The moderation has been closed already.')
  return [{ type: 'ModerationConcluded', data: { round } }]
}

function hold(
  theCase: Case,
  { chair, heldOn, planned, present, agenda }: Extract<ModerationCommand, { type: 'HoldMeeting' }>,
  at: Instant,
): EvaluationEvent[] {
  const open = unmoderated(theCase)
  refuseUnless(open.length > 0, 'AlreadyDone', 'There is nothing left to discuss.')
  const { evaluation } = theCase
  const there = [...new Set(present)].sort()
  const faults: Fault[] = [
    ...dateFaults(theCase, heldOn, at),
    ...notThisMeeting(theCase, { planned, heldOn, at }),
    ...attendance(theCase, chair, there),
    ...(agenda.length === 0 ? [{ path: ['agenda'], message: 'Enter what was discussed' }] : []),
    ...agenda.flatMap((matter, index) =>
      open.some(isMatter(matter))
        ? []
        : [{ path: ['agenda', index], message: 'The scores for this criterion do not have to be discussed' }],
    ),
    ...agenda.flatMap((matter, index) =>
      agenda.findIndex(isMatter(matter)) < index
        ? [{ path: ['agenda', index], message: 'This is already on the agenda' }]
        : [],
    ),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'The record of this meeting is not complete.', faults)
  const number = (scoringHasClosed(evaluation) ? evaluation.meetings.length : 0) + 1
  return [
    {
      type: 'ModerationMeetingHeld',
      data: { number, heldOn, ...(planned !== undefined && { planned }), present: there, agenda },
    },
  ]
}

/** Nobody moderates what has not been scored. */
function dateFaults({ evaluation }: Case, heldOn: string, at: Instant): Fault[] {
  if (heldOn > londonDate(at))
    return [{ path: ['heldOn'], message: 'Enter the date of the meeting, which cannot be in the future' }]
  return scoringHasClosed(evaluation) && heldOn < londonDate(evaluation.scoredAt)
    ? [
        {
          path: ['heldOn'],
          message: `Enter the date of the meeting. Scoring closed at ${happened(evaluation.scoredAt)}`,
        },
      ]
    : []
}

function discuss(
  theCase: Case,
  command: Extract<ModerationCommand, { type: 'ModerateCriterion' | 'LeaveToMedian' }>,
): EvaluationEvent[] {
  const { chair, organisationId, criterionId, present } = command
  const { evaluation } = theCase
  const [matters, meetings] = scoringHasClosed(evaluation) ? [evaluation.toModerate, evaluation.meetings] : [[], []]
  const same = isMatter({ organisationId, criterionId })
  refuseUnless(
    matters.some(same),
    'NotFound',
    'The scores for this criterion are not far enough apart to be moderated.',
  )
  const before = correctedBy(theCase, command)
  const meeting = meetings.findLast(({ agenda }) => agenda.some(same))
  refuseUnless(
    meeting,
    'TooEarly',
    'Record the meeting first: its date, who was there, and an agenda that includes this criterion.',
  )
  const there = [...new Set(present)].sort()
  const reason = command.reason.trim()
  const correction = command.correction?.trim()
  const score = command.type === 'ModerateCriterion' ? command.score : undefined
  const faults: Fault[] = [
    ...attendance(theCase, chair, there),
    ...there
      .filter((person) => !meeting.present.includes(person) && votingMembers(theCase.panel).includes(person))
      .map(() => ({
        path: ['present'],
        message: `Only people who were at meeting ${meeting.number} can have taken part`,
      })),
    ...(reason === '' ? [{ path: ['reason'], message: 'Give the reason for the moderated score' }] : []),
    ...(correction === '' ? [{ path: ['correction'], message: 'Say why what was recorded is corrected' }] : []),
    ...(before && saysTheSame(before, { score, reason, present: there })
      ? [{ path: ['correction'], message: 'This is what is recorded already: change what was wrong in it' }]
      : []),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This moderated score is not complete.', faults)
  const data = {
    ...{ organisationId, criterionId, meeting: meeting.number, reason, present: there },
    ...(correction !== undefined && { correction }),
  }
  return score === undefined
    ? [{ type: 'CriterionNotAgreed', data }]
    : [{ type: 'CriterionModerated', data: { ...data, score } }]
}

/**
 * Each criterion is discussed once. What was recorded of it by a slip is corrected until moderation closes, and only by
 * saying so.
 * @returns what the command corrects, if anything
 */
function correctedBy(theCase: Case, { organisationId, criterionId, correction }: Discussed): Outcome | undefined {
  const { open, moderated, notAgreed } = moderationOf(theCase)
  const same = isMatter({ organisationId, criterionId })
  if (correction === undefined) {
    const done = 'This criterion has already been moderated. To correct what was recorded, say why.'
    refuseUnless(open.some(same), 'AlreadyDone', done)
    return undefined
  }
  const before: Outcome | undefined = moderated.find(same) ?? notAgreed.find(same)
  refuseUnless(before, 'TooEarly', 'Nothing that stands is recorded for this criterion, so nothing can be corrected.')
  return before
}

type Outcome = Pick<Moderated, 'reason' | 'present'> & { score?: number | undefined }

const saysTheSame = (one: Outcome, other: Outcome): boolean =>
  one.score === other.score && one.reason === other.reason && one.present.join() === other.present.join()

/** The scores of a member left out for not finishing count nowhere: they agree none (requirements §6). */
const attendance = (theCase: Case, chair: string, present: string[]): Fault[] =>
  attendanceFaults(theCase, {
    ...{ chair, present, members: scorers(theCase) },
    others: 'Only members whose scores count, and the chair, can take part',
  })
