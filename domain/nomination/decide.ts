import type { Case } from '../case/case.ts'
import { mustBeCurrent, mustBeIn } from '../case/decide.ts'
import type { Circumstances } from '../case/event.ts'
import { isLockedOut } from '../conflict/conflict.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import type { Declaration } from '../register/declaration.ts'
import { openWait, type WaitEvent } from '../wait/decide.ts'
import {
  hasNominated,
  isStanding,
  type Nomination,
  type NominationEvent,
  type NomineeFacts,
  pool,
} from './nomination.ts'

export type NominationCommand =
  | { type: 'Nominate'; person: string; facts: NomineeFacts }
  | { type: 'WithdrawNomination'; person: string; practiceId: string }
  | { type: 'DeclineToNominate'; practiceId: string; reason: string }
  /** Accepting and declaring are one act: nobody is in the pool undeclared. */
  | { type: 'AcceptNomination'; person: string; declaration: Declaration }
  | { type: 'DeclineNomination'; person: string; reason?: string }

export type NominationStep =
  /** @param neighbours practices of neighbouring localities */
  | { type: 'OpenNomination'; attempt: number; practices: string[]; neighbours?: string[] }
  | { type: 'CloseNomination'; attempt: number }

/** What the workflow's own steps decide. Doing a step twice is doing it once. */
export function stepNomination(
  theCase: Case,
  step: NominationStep,
  { at }: Circumstances,
): (NominationEvent | WaitEvent)[] {
  mustBeCurrent(theCase, step.attempt)
  const { nomination, ruleBook, life } = theCase
  switch (step.type) {
    case 'OpenNomination':
      if (nomination?.status === 'open' && life.wait?.name === 'nominations') return []
      return [
        { type: 'NominationOpened', data: { practices: toInvite(theCase, step.practices, step.neighbours) } },
        openWait(theCase, 'nominations', at, ruleBook.nomination.closeAfter, ruleBook.nomination.remindAfter),
      ]
    case 'CloseNomination':
      if (nomination?.status === 'closed') return []
      return [{ type: 'NominationClosed', data: { pool: pool(open(theCase)) } }]
  }
}

/**
 * The practices of the locality. Where the case comes back because no panel was possible with the nominees of these, practices
 * of neighbouring localities are asked, too, and stay asked (requirements §4).
 */
function toInvite({ nomination, panel }: Case, practices: string[], neighbours: string[] = []): string[] {
  const asked = nomination?.practices.some((id) => neighbours.includes(id)) ?? false
  const tooFew = panel?.impossible !== undefined && panel.impossible.unsolved === undefined
  return [...practices, ...(asked || tooFew ? neighbours : [])].sort()
}

export function decideNomination(theCase: Case, command: NominationCommand): NominationEvent[] {
  const nomination = open(theCase)
  switch (command.type) {
    case 'Nominate': {
      const { practiceId } = command.facts
      refuseUnless(
        nomination.practices.includes(practiceId),
        'NotAllowed',
        'Your practice was not invited to nominate for this case.',
      )
      const before = nomination.nominees[command.person]
      refuseUnless(!before || before.status === 'declined', 'AlreadyDone', 'This person has already been nominated.')
      mustLeaveRoom(nomination, practiceId)
      refuseUnless(
        !isLockedOut(theCase, command.person),
        'NotAllowed',
        'A conflict of interest bars this person from this case, so they cannot even see it. Nominate somebody else from your practice.',
      )
      return [{ type: 'PersonNominated', data: { person: command.person, ...command.facts } }]
    }
    case 'WithdrawNomination': {
      const nominee = nomination.nominees[command.person]
      refuseUnless(
        nominee && nominee.practiceId === command.practiceId,
        'NotFound',
        'Your practice has not nominated this person.',
      )
      refuseUnless(
        !isStanding(nomination, command.person),
        'NotAllowed',
        'This person was asked as a member of the panel for the area, so they answer for themselves.',
      )
      refuseUnless(
        nominee.status === 'nominated',
        'TooLate',
        'This person has already answered, so the nomination can no longer be withdrawn.',
      )
      return [{ type: 'NominationWithdrawn', data: { person: command.person } }]
    }
    case 'DeclineToNominate': {
      const { practiceId, reason } = command
      refuseUnless(
        nomination.practices.includes(practiceId),
        'NotAllowed',
        'Your practice was not invited to nominate for this case.',
      )
      refuseUnless(
        !nomination.declined.includes(practiceId),
        'AlreadyDone',
        'Your practice has already said that it will not nominate.',
      )
      refuseUnless(
        !hasNominated(nomination, practiceId),
        'AlreadyDone',
        'Your practice has nominated somebody. Withdraw the nomination first.',
      )
      return [{ type: 'PracticeDeclined', data: { practiceId, ...(reason === undefined ? {} : { reason }) } }]
    }
    case 'AcceptNomination': {
      mustBeUnanswered(nomination, command.person)
      const { person, declaration } = command
      return [{ type: 'NominationAccepted', data: { person, declaration } }]
    }
    case 'DeclineNomination': {
      const { person, reason } = command
      refuseUnless(nomination.nominees[person], 'NotFound', 'You have not been nominated for this case.')
      refuseUnless(
        nomination.nominees[person].status !== 'declined',
        'AlreadyDone',
        'You have already declined this nomination.',
      )
      return [{ type: 'NominationDeclined', data: { person, ...(reason === undefined ? {} : { reason }) } }]
    }
  }
}

/**
 * The most practices and nominees together who are asked at once: they have to fit one transaction with whatever else changes
 * (`functions/store/largest-change.test.ts`).
 */
export const MOST_ASKED = 72

/** How many of a practice's nominees may be asked at once; it nominates more as they answer. */
export const mostAskedOf = (practices: number): number => Math.max(1, Math.floor(MOST_ASKED / practices))

function mustLeaveRoom(nomination: Nomination, practiceId: string): void {
  const most = mostAskedOf(nomination.practices.length)
  const asked = Object.entries(nomination.nominees).filter(
    ([person, one]) => one.practiceId === practiceId && one.status === 'nominated' && !isStanding(nomination, person),
  )
  refuseUnless(
    asked.length < most,
    'TooEarly',
    `Your practice has nominated ${asked.length === 1 ? 'somebody who has' : `${asked.length} people who have`} not answered yet, and no more can be asked at once. Nominate others when they have answered, or withdraw a nomination.`,
  )
}

function open(theCase: Case): Extract<Nomination, { status: 'open' }> {
  mustBeIn(theCase, 'nomination')
  const { nomination } = theCase
  refuseUnless(nomination, 'TooEarly', 'The practices are being invited. Try again in a minute.')
  refuseUnless(nomination.status === 'open', 'TooLate', 'Nominations for this case have closed.')
  return nomination
}

function mustBeUnanswered(nomination: Nomination, person: string): void {
  const nominee = nomination.nominees[person]
  refuseUnless(nominee, 'NotFound', 'You have not been nominated for this case.')
  if (nominee.status === 'accepted') throw new Refusal('AlreadyDone', 'You have already accepted this nomination.')
  refuseUnless(
    nominee.status === 'nominated',
    'AlreadyDone',
    'You have declined this nomination. Your practice can nominate you again.',
  )
}
