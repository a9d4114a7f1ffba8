import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { unansweredRepresentations } from '../../domain/decision/decision.ts'
import type { Mail, PeopleTold } from '../../domain/message/message.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { ofChallenge } from './challenges.ts'
import { ofCommitment, ofLateRound, ofMissingRound } from './draw.ts'
import { ofErasure } from './erasure.ts'
import { ofFlags } from './flags.ts'
import { ofLateRepresentation } from './late-representation.ts'
import { ofMeeting, ofMeetingsOff, ofMeetingsToCome } from './meetings.ts'
import { ofBar, ofCheck } from './put-out.ts'
import { asked, escalations, reminders } from './waits.ts'
import { ofWithdrawal } from './withdrawal.ts'

type Said<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>['data']

/** What people other than providers are told by email, by event: few things, and each at once (decision 10). */
const mails: { [T in CaseEvent['type']]?: (theCase: Case, said: Said<T>, at: Instant) => Mail[] } = {
  PersonNominated: (theCase, { person }) => asked(theCase, [person]),
  DrawCommitted: ofCommitment,
  RandomnessMissing: ofMissingRound,
  RoundBrought: ofLateRound,
  PanelDrawn: (theCase, { people }) => asked(theCase, people),
  PanelFilledWithoutDraw: (theCase, { people }) => asked(theCase, people),
  ChangePutToVote: (theCase) => asked(theCase),
  RepresentationMade: (theCase, said) => [
    // Once, however many are made in a row.
    ...(unansweredRepresentations(theCase.decision).length === 1 ? asked(theCase) : []),
    ...ofLateRepresentation(theCase, said),
  ],
  RepresentationChased: ofLateRepresentation,
  Reminded: reminders,
  Escalated: escalations,
  FlagsChased: ofFlags,
  // A check that finds everybody as before is nothing to tell of: the flags that wait have been told of, and are chased.
  ConflictsChecked: (theCase, said) => [
    ...((said.changed?.some(({ to }) => to === 'flagged') ?? true) ? ofFlags(theCase) : []),
    ...ofCheck(theCase, said),
  ],
  PersonBarred: ofBar,
  ChallengeMade: ofChallenge('ChallengeMade'),
  ChallengeEscalated: ofChallenge('ChallengeEscalated'),
  ChallengeAnswered: ofChallenge('ChallengeAnswered'),
  MeetingPlanned: ofMeeting,
  MeetingMoved: ofMeeting,
  MeetingCancelled: ofMeeting,
  SeatAccepted: ofMeetingsToCome,
  CaseEnded: (theCase, said, at) => [...ofWithdrawal(theCase, said), ...ofMeetingsOff(theCase, said, at)],
  ErasureAsked: ofErasure,
}

/** What these events are to tell people. @param after the case as the events left it @param first the number of the first of them */
export function peopleTold(after: Case, events: readonly CaseEvent[], first: number, at: Instant): PeopleTold[] {
  return events.flatMap(({ type, data }, index) => {
    const telling = mails[type] as ((theCase: Case, said: unknown, at: Instant) => Mail[]) | undefined
    const told = telling?.(after, data, at) ?? []
    return told.length === 0 ? [] : [{ type: 'PeopleTold' as const, data: { of: first + index, mails: told } }]
  })
}
