import type { Case, CaseState } from '../case/case.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { type DrawStep, drawPanel } from '../panel-draw/draw-the-panel.ts'
import { cutSubstitutionShort, scoringHasBegun } from './decide.ts'
import { substituting } from './substituting.ts'

/**
 * The step “Draw the panel” of a substitution. A draw whose randomness existed when the scoring began is made all the same,
 * with its certificate (requirements §5); whoever it draws comes too late, and the substitution ends.
 */
export async function drawSubstitute(
  theCase: Case,
  step: DrawStep,
  circumstances: Circumstances,
): Promise<CaseEvent[]> {
  const events = await drawPanel(substituting(theCase), step, circumstances)
  if (!theCase.life.substitution || !scoringHasBegun(theCase)) return events
  const told = events.filter((event) => event.type !== 'WaitOpened' || event.data.name !== 'invitations')
  let after: CaseState = theCase
  for (const event of told) after = evolve(after, { ...event, ...circumstances })
  return [...told, ...cutSubstitutionShort({ ...theCase, ...after }, circumstances.at)]
}
