import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import type { Services } from '../panel-draw/pool.ts'
import { mayBeKnownFrom } from '../panel-draw/randomness/source.ts'
import type { Panel, Seat } from './panel.ts'

type DrawnLast = NonNullable<Panel['draw']>

const none: Panel = { seats: {} }

export function evolvePanel(panel: Panel | undefined, event: Recorded): Panel | undefined {
  const before = panel ?? none
  switch (event.type) {
    case 'DrawContributionMade': {
      const { practiceId, commitment } = event.data
      return { ...before, contributions: { ...before.contributions, [practiceId]: commitment } }
    }
    case 'PanelDrawn':
      return seatAll(evolveDrawnLast(before, event), event.data.people, { status: 'invited', since: event.at })
    case 'PanelFilledWithoutDraw': {
      const { people, services } = event.data
      return seatAll(counting(before, people, services), people, { status: 'invited', since: event.at })
    }
    case 'StandingMembersSeated': {
      const { panel: standing, people } = event.data
      return { ...seatAll(before, people, { status: 'accepted', at: event.at }), standing }
    }
    case 'StandingPanelConvened':
      return { ...before, standing: event.data.panel }
    case 'RandomnessChanged':
      return { ...before, elsewhere: { ...event.data, at: event.at } }
    case 'DrawCommitted':
      return evolveDrawnLast(before, event)
    case 'NoPanelPossible':
      return { ...before, impossible: { people: event.data.people, alternatives: event.data.alternatives } }
    case 'DrawUnsolved': {
      const { people, because } = event.data
      return { ...before, impossible: { people, alternatives: [], unsolved: because } }
    }
    default:
      return panel && evolveSeats(evolveLimits(evolveDrawnLast(panel, event), event), event)
  }
}

/** What is known of the draw made last without loading it. */
function evolveDrawnLast(panel: Panel, event: Recorded): Panel {
  if (event.type === 'DrawCommitted') {
    const { salts } = event.data
    const { draw: number, source } = event.data.terms
    const { contributions, impossible: _, ...rest } = counting(panel, Object.keys(salts), event.data.services)
    const contributors = source.kind === 'commit-reveal' ? source.contributions.map(({ by }) => by) : undefined
    return {
      ...rest,
      ...(contributions && !contributors && { contributions }),
      draw: {
        ...{
          number,
          status: 'committed',
          from: 'source',
          exists: mayBeKnownFrom(source),
          pool: Object.keys(salts).sort(),
        },
        ...(contributors && { contributors, revealed: [] }),
      },
    }
  }
  const { draw } = panel
  if (!draw) return panel
  switch (event.type) {
    case 'DrawContributionRevealed':
      return { ...panel, draw: { ...draw, revealed: [...(draw.revealed ?? []), event.data.by] } }
    case 'PublicNumbersEntered': {
      const copiedBy = [...new Set([...(draw.copiedBy ?? []), personOf(event.by) ?? ''])]
      return { ...panel, draw: { ...draw, copiedBy, ...(event.data.alike && { entered: true }) } }
    }
    case 'RandomnessMissing':
      return { ...panel, draw: { ...draw, missing: true } }
    case 'RoundBrought':
      return event.data.draw === draw.number ? { ...panel, draw: { ...draw, brought: true } } : panel
    case 'FallbackTaken':
      return { ...panel, draw: { ...draw, from: 'fallback' } }
    case 'DrawAbandoned':
      return { ...withSilent(panel, draw, event.at), draw: { ...draw, status: 'abandoned' } }
    case 'PanelDrawn':
      return { ...withSilent(panel, draw, event.at), draw: { ...draw, status: 'drawn' } }
    default:
      return panel
  }
}

function counting(panel: Panel, people: readonly string[], services: Services = {}): Panel {
  const counted = { ...panel.counted }
  for (const person of people) {
    const { recent, skills } = services[person] ?? {}
    if (recent !== undefined && skills !== undefined) counted[person] = { recent, skills: [...skills] }
  }
  return Object.keys(counted).length > 0 ? { ...panel, counted } : panel
}

/** Whoever could have revealed and did not. */
function withSilent(panel: Panel, { contributors = [], revealed = [], exists = '' }: DrawnLast, at: string): Panel {
  const silent = at < exists ? [] : contributors.filter((practice) => !revealed.includes(practice))
  return silent.length > 0 ? { ...panel, silent: [...new Set([...(panel.silent ?? []), ...silent])].sort() } : panel
}

/** A limit that gave way did so for one pool. For another pool it holds again. */
function evolveLimits(panel: Panel, event: Recorded): Panel {
  const { impossible, relaxed = [], ...rest } = panel
  switch (event.type) {
    case 'ConstraintsRelaxed':
      return { ...rest, relaxed: [...relaxed, ...event.data.limits] }
    case 'NominationOpened':
      return rest
    // A check can make a panel possible, or impossible: what was found before no longer holds.
    case 'ConflictsChecked':
    case 'InterestCleared':
    case 'InterestManaged':
      return impossible ? { ...rest, relaxed } : panel
    default:
      return panel
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
      const { round, candidates, seed } = event.data
      return { ...panel, chair: { status: 'choosing', round, candidates, seed, votes: {} } }
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
      return { ...panel, chair: { ...chosen, last: { votes, candidates } } }
    }
    default:
      return panel
  }
}

const seatAll = (panel: Panel, people: string[], seat: Seat): Panel => ({
  ...panel,
  seats: { ...panel.seats, ...Object.fromEntries(people.map((person) => [person, seat])) },
})
