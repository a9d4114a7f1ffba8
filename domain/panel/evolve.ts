import type { Recorded } from '../case/event.ts'
import type { Panel, Seat } from './panel.ts'

const none: Panel = { seats: {}, pseudonyms: {} }

export function evolvePanel(panel: Panel | undefined, event: Recorded): Panel | undefined {
  const before = panel ?? none
  switch (event.type) {
    case 'NominationOpened':
      // A nomination that opens again promises a seed for the pool that comes of it.
      return panel && { ...panel, seed: event.data.seed }
    case 'DrawCommitted': {
      const names = Object.entries(event.data.people).map(([pseudonym, person]) => [person, pseudonym])
      return {
        ...before,
        draw: { number: event.data.terms.draw, status: 'committed' },
        pseudonyms: { ...before.pseudonyms, ...Object.fromEntries(names) },
      }
    }
    case 'DrawAbandoned':
      return { ...before, draw: { number: event.data.draw, status: 'abandoned' } }
    case 'PanelDrawn': {
      const { draw, people, nextSeed } = event.data
      return seatAll({ ...before, draw: { number: draw, status: 'drawn' }, seed: nextSeed }, people, {
        status: 'invited',
        since: event.at,
      })
    }
    case 'PanelFilledWithoutDraw':
      return seatAll(before, event.data.people, { status: 'invited', since: event.at })
    default:
      return panel && evolveSeats(panel, event)
  }
}

function evolveSeats(panel: Panel, event: Recorded): Panel {
  switch (event.type) {
    case 'SeatAccepted':
      return seatAll(panel, [event.data.person], { status: 'accepted', at: event.at })
    case 'SeatDeclined': {
      const { person, reason } = event.data
      return seatAll(panel, [person], { status: 'declined', ...(reason === undefined ? {} : { reason }) })
    }
    case 'SeatsLapsed':
      return seatAll(panel, event.data.people, { status: 'lapsed' })
    case 'MemberExcluded':
      return seatAll(panel, [event.data.person], { status: 'excluded', reason: event.data.reason, at: event.at })
    default:
      return evolveChair(panel, event)
  }
}

function evolveChair(panel: Panel, event: Recorded): Panel {
  const { chair } = panel
  switch (event.type) {
    case 'ChairVoteOpened': {
      const { round, candidates } = event.data
      return { ...panel, chair: { status: 'choosing', round, candidates, votes: {} } }
    }
    case 'ChairVoteCast': {
      if (chair?.status !== 'choosing') return panel
      const { person, candidate } = event.data
      return { ...panel, chair: { ...chair, votes: { ...chair.votes, [person]: candidate } } }
    }
    case 'ChairChosen': {
      if (chair?.status !== 'choosing') return panel
      const { person, lot } = event.data
      const { votes, candidates } = chair
      const chosen = {
        status: 'chosen' as const,
        person,
        how: lot ? ('lot' as const) : ('votes' as const),
        at: event.at,
      }
      return { ...panel, ...(lot && { seed: lot.nextSeed }), chair: { ...chosen, last: { votes, candidates } } }
    }
    default:
      return panel
  }
}

const seatAll = (panel: Panel, people: string[], seat: Seat): Panel => ({
  ...panel,
  seats: { ...panel.seats, ...Object.fromEntries(people.map((person) => [person, seat])) },
})
