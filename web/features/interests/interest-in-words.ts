import type { Interest, Relation } from '../../../domain/register/declaration.ts'
import { onDate } from '../../time.ts'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

/** `Hearthlight: I own it, or part of it (4.5%), ended on Thu 27 March 2025` */
export function interestInWords(
  { organisationId, kind, basisPoints, endedOn, detail }: Interest,
  names: Names,
  kinds: Record<Interest['kind'], string> = words.kinds,
): string {
  const share = basisPoints === undefined ? '' : ` (${basisPoints / 100}%)`
  const ended = endedOn === undefined ? '' : `, ${words.ended(onDate(endedOn))}`
  return `${names.place(organisationId)}: ${kinds[kind]}${share}${ended}${detail === '' ? '' : `. ${detail}`}`
}

/** `Hearthlight, until Thu 27 March 2025` */
export const belongedInWords = (place: string, endedOn: string | undefined): string =>
  endedOn === undefined ? place : `${place}, ${words.until(onDate(endedOn))}`

/** `Rosamund Tillworth: My family, ended on Thu 27 March 2025` */
export function relationInWords(
  { personId, kind, endedOn }: Relation,
  names: Names,
  kinds: Record<Relation['kind'], string> = words.relations,
): string {
  const ended = endedOn === undefined ? '' : `, ${words.ended(onDate(endedOn))}`
  return `${names.party({ kind: 'person', id: personId })}: ${kinds[kind]}${ended}`
}
