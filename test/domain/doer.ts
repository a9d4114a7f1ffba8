import type { CaseState } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { doers } from '../../domain/case/held.ts'
import type { Actor } from '../../domain/case/party.ts'
import { chair, isMember } from '../../domain/panel/panel.ts'
import { STEP } from './case-in.ts'

/** Somebody who may do it, as an honest record says. @param other who does what anybody in an office may */
export function doer({ panel }: Pick<CaseState, 'panel'>, event: CaseEvent, other = 'pm'): Actor {
  const { as, named } = (doers[event.type] ?? { as: ['step'] }) as {
    as: (Extract<Actor, { person: string }>['as'] | 'step')[]
    named?: (data: unknown) => string
  }
  const person = named?.(event.data) ?? (as[0] === 'chair' ? chair(panel) : undefined) ?? other
  const capacity = as.find((one) => one !== 'panel-member' || isMember(panel, person)) ?? 'step'
  return capacity === 'step' ? STEP : { person, as: capacity }
}
