import { type DrawnByRound, drawnByRound } from '../../../../domain/panel-draw/fair-draw/against-round.ts'
import { commitmentOf, type Terms } from '../../../../domain/panel-draw/fair-draw/terms.ts'
import { signatureBrought } from '../../../../domain/panel-draw/randomness/brought.ts'

/** The panel that the round which a draw named draws, worked out in the browser. @param round and what was copied from its page */
export function heldAgainst(terms: Terms, { round, copied }: { round: number; copied: string }) {
  const found = signatureBrought(round, copied)
  if ('problem' in found) return found
  const drawn: DrawnByRound | undefined = drawnByRound(terms, commitmentOf(terms), found.signature)
  return drawn ?? { problem: 'This draw did not name a round of drand' }
}
