import type { Recorded } from '../case/event.ts'
import type { Draw } from './draw.ts'

type Draws = Record<string, Draw>

/** The draws of a case by number. Only draws that are loaded change; each change concerns one of them. */
export function evolveDraws(draws: Draws | undefined, event: Recorded): Draws | undefined {
  switch (event.type) {
    case 'DrawCommitted': {
      const { terms, commitment, people } = event.data
      return { ...draws, [terms.draw]: { status: 'committed', terms, commitment, people, committedAt: event.at } }
    }
    case 'DrawAbandoned':
      return ended(draws, event.data.draw, (draw) => ({ ...draw, status: 'abandoned', reason: event.data.reason }))
    case 'PanelDrawn': {
      const { seed, index, drawn } = event.data
      return ended(draws, event.data.draw, (draw) => ({
        ...draw,
        status: 'drawn',
        seed,
        index,
        drawn,
        drawnAt: event.at,
      }))
    }
    default:
      return draws
  }
}

function ended(draws: Draws | undefined, number: number, change: (draw: Draw) => Draw): Draws | undefined {
  const draw = draws?.[number]
  return draw ? { ...draws, [number]: change(draw) } : draws
}
