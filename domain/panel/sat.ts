import type { Case } from '../case/case.ts'
import { refuseUnless } from '../refusal.ts'
import { seatOf } from './panel.ts'

/** Two pairs of eyes: who took a seat on the panel does not approve what it decided, whatever else they are (requirements §1, §7). */
export function mustNotHaveSat({ panel }: Case, person: string): void {
  const seat = seatOf(panel, person)
  refuseUnless(
    !seat || seat.status === 'invited' || seat.status === 'declined',
    'NotAllowed',
    'You have or had a seat on this panel: another member of the sub-committee must decide on it.',
  )
}
