import type { Recorded } from '../case/event.ts'
import { personOf } from '../case/party.ts'
import type { Draw } from './draw.ts'

type Draws = Record<string, Draw>

/** The draws of a case by number. Only draws that are loaded change; each change concerns one of them. */
export function evolveDraws(draws: Draws | undefined, event: Recorded): Draws | undefined {
  switch (event.type) {
    case 'DrawCommitted': {
      const { terms, commitment, salts } = event.data
      return { ...draws, [terms.draw]: { status: 'committed', terms, commitment, salts, reveals: [] } }
    }
    case 'DrawContributionRevealed': {
      const { draw, by, secret } = event.data
      return changed(draws, draw, (before) => ({ ...before, reveals: [...before.reveals, { by, secret }] }))
    }
    case 'FallbackTaken': {
      const { draw, because } = event.data
      return changed(draws, draw, (before) => ({ ...before, fallenBack: { because, at: event.at } }))
    }
    case 'RoundBrought': {
      const { draw, signature } = event.data
      return changed(draws, draw, (before) => ({ ...before, brought: { signature, at: event.at } }))
    }
    case 'PublicNumbersEntered': {
      const { draw, numbers, alike } = event.data
      return changed(draws, draw, (before) => ({
        ...before,
        copies: { ...before.copies, [personOf(event.by) ?? '']: numbers },
        ...(alike && { numbers }),
      }))
    }
    case 'DrawAbandoned':
      return changed(draws, event.data.draw, (before) => ({
        ...before,
        status: 'abandoned',
        reason: event.data.reason,
        abandonedAt: event.at,
      }))
    case 'PanelDrawn': {
      const { draw, people: _, ...outcome } = event.data
      return changed(draws, draw, (before) => ({ ...before, status: 'drawn', ...outcome, drawnAt: event.at }))
    }
    default:
      return draws
  }
}

function changed(draws: Draws | undefined, number: number, change: (draw: Draw) => Draw): Draws | undefined {
  const draw = draws?.[number]
  return draw ? { ...draws, [number]: change(draw) } : draws
}
