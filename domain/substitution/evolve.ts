import type { Recorded } from '../case/event.ts'
import { evolveWait } from '../wait/evolve.ts'
import { type Substitution, substitutionWaits } from './substitution.ts'

/** Whether a wait that an event is about is the substitution's, and not the stage's. */
export function isOfSubstitution(substitution: Substitution | undefined, event: Recorded): boolean {
  if (!substitution) return false
  switch (event.type) {
    case 'WaitOpened':
      return substitutionWaits.includes(event.data.name)
    case 'Reminded':
    case 'DeadlineExtended':
    case 'Escalated':
      return substitutionWaits.includes(event.data.wait)
    default:
      return false
  }
}

export function evolveSubstitution(before: Substitution | undefined, event: Recorded): Substitution | undefined {
  if (event.type === 'SubstitutionBegun') return { attempt: event.data.attempt, since: event.at }
  if (!before) return before
  switch (event.type) {
    // When the case is resumed, the new execution of the substitution opens its wait again.
    case 'CaseResumed':
      return { attempt: before.attempt + 1, since: before.since }
    // When the case goes back to panel formation, the vacant seat is filled there.
    case 'StageEntered':
      return ['nomination', 'panel-formation'].includes(event.data.stage) ? undefined : before
    case 'SubstitutionEnded':
    case 'CaseEnded':
      return undefined
    default: {
      if (!isOfSubstitution(before, event)) return before
      const wait = evolveWait(before.wait, event)
      return { attempt: before.attempt, since: before.since, ...(wait && { wait }) }
    }
  }
}
