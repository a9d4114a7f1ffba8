import type { Case } from '../case/case.ts'
import { mustBeIn, mustBeOpen } from '../case/decide.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { scoringHasBegun } from '../substitution/decide.ts'
import { forming } from '../substitution/substituting.ts'
import { isMember, type PanelEvent, seatOf } from './panel.ts'

export type PanelCommand =
  /** @param panels other panels on which they sit */
  | { type: 'AcceptSeat'; person: string; panels: number }
  | { type: 'DeclineSeat'; person: string; reason?: string }
  /** @param round the round that the member saw */
  | { type: 'VoteForChair'; person: string; candidate: string; round: number }

export function decidePanel(theCase: Case, command: PanelCommand): PanelEvent[] {
  const { panel } = theCase
  // A member may leave at any time; a substitute is drawn while the scoring has not begun.
  if (command.type === 'DeclineSeat' && seatOf(panel, command.person)?.status === 'accepted')
    return leave(theCase, command)
  mustBeIn(forming(theCase), 'panel-formation')
  switch (command.type) {
    case 'AcceptSeat': {
      mustBeInvited(theCase, command.person)
      const { mostPanelsAtOnce } = theCase.ruleBook.panel
      refuseUnless(
        command.panels < mostPanelsAtOnce,
        'NotAllowed',
        `You sit on ${command.panels} other panels, and nobody can serve on more than ${mostPanelsAtOnce} at once. Decline this seat, or leave another panel first.`,
      )
      return [{ type: 'SeatAccepted', data: { person: command.person } }]
    }
    case 'DeclineSeat': {
      const { person, reason } = command
      mustBeInvited(theCase, person)
      return [{ type: 'SeatDeclined', data: { person, ...(reason === undefined ? {} : { reason }) } }]
    }
    case 'VoteForChair': {
      const { person, candidate, round } = command
      refuseUnless(isMember(panel, person), 'NotAllowed', 'Only members of this panel can choose its chair.')
      const choice = panel?.chair
      refuseUnless(choice, 'TooEarly', 'The panel cannot choose its chair yet. It does so once every seat is taken.')
      refuseUnless(choice.status === 'choosing', 'TooLate', 'The panel has already chosen its chair.')
      refuseUnless(
        choice.round === round,
        'Stale',
        `Round ${choice.round} is open, not round ${round}: see who is left to choose from.`,
      )
      refuseUnless(!choice.votes[person], 'AlreadyDone', 'You have already voted for the chair in this round.')
      if (!choice.candidates.includes(candidate) || !isMember(panel, candidate))
        throw new Refusal('Invalid', 'This person cannot be chosen as chair in this round.', [
          {
            path: ['candidate'],
            message: `Choose one of: ${choice.candidates.filter((one) => isMember(panel, one)).join(', ')}`,
          },
        ])
      return [{ type: 'ChairVoteCast', data: { round, person, candidate } }]
    }
  }
}

function leave(theCase: Case, { person, reason }: Extract<PanelCommand, { type: 'DeclineSeat' }>): PanelEvent[] {
  mustBeOpen(theCase)
  refuseUnless(
    !scoringHasBegun(theCase),
    'TooLate',
    'Scoring has begun, so nobody could take your seat. If you cannot take part, tell the programme manager.',
  )
  if (reason === undefined)
    throw new Refusal('Invalid', 'You have accepted this seat. To give it up, say why.', [
      { path: ['reason'], message: 'Enter why you are leaving the panel' },
    ])
  return [{ type: 'SeatDeclined', data: { person, reason } }]
}

function mustBeInvited({ panel }: Case, person: string): void {
  const seat = seatOf(panel, person)
  refuseUnless(seat, 'NotFound', 'You have not been invited to this panel.')
  switch (seat.status) {
    case 'invited':
      return
    case 'accepted':
      throw new Refusal('AlreadyDone', 'You have already accepted your seat.')
    case 'declined':
      throw new Refusal('AlreadyDone', 'You have declined your seat: it goes to a substitute.')
    case 'lapsed':
      throw new Refusal('TooLate', 'Your invitation has lapsed: the seat goes to a substitute.')
    case 'excluded':
      throw new Refusal('NotAllowed', `You are excluded from this case: ${seat.reason}`)
  }
}
