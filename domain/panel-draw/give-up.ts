import type { Case } from '../case/case.ts'
import type { Instant } from '../time/instant.ts'
import type { DrawEvent } from './draw.ts'

/** Whether a draw is committed to and nobody can know its result yet (`isBound`). */
export function isOpen({ panel }: Pick<Case, 'panel'>, at: Instant): boolean {
  const { status, exists, contributors } = panel?.draw ?? {}
  return status === 'committed' && contributors === undefined && exists !== undefined && at < exists
}

/**
 * What a case that goes back to nomination does to a draw that is committed to. While nobody can know its result it is
 * abandoned, so that the draw is from the new pool; from then on it is made (decision 15).
 */
export const drawGivenUp = (theCase: Pick<Case, 'panel'>, at: Instant, reason: string): DrawEvent[] =>
  isOpen(theCase, at) ? drawLeft(theCase, reason) : []

/**
 * What the end of a case does to it: nothing is drawn for a case that has ended. The record, the page and the verifier tell
 * whether its randomness existed by then.
 */
export const drawLeft = ({ panel }: Pick<Case, 'panel'>, reason: string): DrawEvent[] =>
  panel?.draw?.status === 'committed' ? [{ type: 'DrawAbandoned', data: { draw: panel.draw.number, reason } }] : []
