import type { Case } from '../case/case.ts'
import type { Instant } from '../time/instant.ts'
import type { DrawEvent } from './draw.ts'

/**
 * What a case that goes back to nomination does to a draw that is committed to. While its randomness does not exist it is
 * abandoned, so that the draw is from the new pool; from then on its result may be known, and it is made (decision 15).
 */
export function drawGivenUp(theCase: Pick<Case, 'panel'>, at: Instant, reason: string): DrawEvent[] {
  const { exists } = theCase.panel?.draw ?? {}
  return exists !== undefined && at < exists ? drawLeft(theCase, reason) : []
}

/**
 * What the end of a case does to it: nothing is drawn for a case that has ended. The record, the page and the verifier tell
 * whether its randomness existed by then.
 */
export const drawLeft = ({ panel }: Pick<Case, 'panel'>, reason: string): DrawEvent[] =>
  panel?.draw?.status === 'committed' ? [{ type: 'DrawAbandoned', data: { draw: panel.draw.number, reason } }] : []
