import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import { chosenChair, invited, type PanelEvent, vacancies } from '../panel/panel.ts'
import { abandonment, committedDraw, isBound } from '../panel-draw/commit.ts'
import type { DrawEvent } from '../panel-draw/draw.ts'
import type { Instant } from '../time/instant.ts'
import { substituting } from './substituting.ts'
import type { SubstitutionEvent } from './substitution.ts'

/** From the scoring on nobody is replaced: the quorum decides (requirements §4). */
export function scoringHasBegun({ life, evaluation }: Pick<Case, 'life' | 'evaluation'>): boolean {
  if (['decision', 'after-award'].includes(life.stage)) return true
  // A question that takes the case back from the scoring to compliance does not undo that it began.
  return life.stage === 'evaluation' && evaluation?.submitted !== undefined
}

/** Whether a seat is vacant that nobody is filling, and that is to be filled. */
export function needsSubstitution(theCase: Case): boolean {
  const { life, panel, ruleBook } = theCase
  const formed = ['specification', 'tender', 'evaluation'].includes(life.stage)
  return (
    formed &&
    life.status === 'open' &&
    !life.substitution &&
    panel !== undefined &&
    vacancies(panel, ruleBook) > 0 &&
    !scoringHasBegun(theCase)
  )
}

/** Begins a substitution where one is needed and none is running. Its attempt is a number that no other of this case has had. */
export function beginSubstitution(theCase: Case): SubstitutionEvent[] {
  if (!needsSubstitution(theCase)) return []
  const { panel, ruleBook, head } = theCase
  return [{ type: 'SubstitutionBegun', data: { attempt: head.sequence, vacancies: vacancies(panel, ruleBook) } }]
}

/** The step “End the substitution”: every seat is taken, and the panel has a chair. */
export function endSubstitution(theCase: Case, attempt: number): SubstitutionEvent[] {
  mustBeCurrent(substituting(theCase), attempt)
  const { panel, ruleBook } = theCase
  const whole = vacancies(panel, ruleBook) <= 0 && invited(panel).length === 0 && chosenChair(panel) !== undefined
  return whole ? [{ type: 'SubstitutionEnded', data: { vacant: 0, because: 'the panel is whole' } }] : []
}

/**
 * Ends a substitution because the scoring begins with those who sit: whoever was invited and has not answered comes too late. A
 * draw whose randomness exists by then is made first, beside the scoring, so that nobody who may know its result escapes it.
 * The draws must have been loaded.
 */
export function cutSubstitutionShort(theCase: Case, at: Instant): (SubstitutionEvent | PanelEvent | DrawEvent)[] {
  const { life, panel, ruleBook } = theCase
  if (!life.substitution) return []
  const draw = committedDraw(theCase)
  if (draw && isBound(draw, at)) return []
  const late = invited(panel)
  const because = 'the scoring has begun'
  return [
    ...(late.length > 0 ? [{ type: 'SeatsLapsed' as const, data: { people: late, because } }] : []),
    ...(draw ? [abandonment(draw, 'The scoring has begun.')] : []),
    {
      type: 'SubstitutionEnded',
      data: { vacant: vacancies(panel, ruleBook) + late.length, because: 'the scoring begins' },
    },
  ]
}
