import type { Organisation } from '../locality/locality.ts'
import { digest } from '../record/chain.ts'
import { plainName } from '../register/names.ts'
import type { NamedInTender } from './matter.ts'

/** A partner or subcontractor that a tender names and no organisation of the register goes by. */
export interface UnknownInTender {
  name: string
  as: NamedInTender['as']
}

const idOf = (name: string): string => `unknown-${digest(plainName(name)).slice(0, 16)}`

/** Whether the register does not have it: only a tender names it. */
export const isStandIn = ({ id }: Pick<Organisation, 'id'>): boolean => id.startsWith('unknown-')

/**
 * What a tender names is looked at like any other organisation, though nothing else is known of it: a tie to that name, letter
 * for letter, is a tie to what is named in the tender (requirements §4).
 */
export function standIns(unknown: readonly UnknownInTender[]): {
  organisations: Organisation[]
  named: NamedInTender[]
} {
  const telling = unknown.filter(({ name }) => plainName(name) !== '')
  const organisations = new Map(
    telling.map(({ name }): [string, Organisation] => [
      idOf(name),
      { id: idOf(name), name, kind: 'other', aliases: [], owns: [], areas: [] },
    ]),
  )
  return {
    organisations: [...organisations.values()],
    named: telling.map(({ name, as }) => ({ organisationId: idOf(name), as })),
  }
}
