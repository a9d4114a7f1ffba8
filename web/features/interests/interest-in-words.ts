import type { Interest } from '../../../domain/register/declaration.ts'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

/** `Hearthlight: I own it, or a part of it (4.5 %), ended on 2025-03-27` */
export function interestInWords(
  { organisationId, kind, basisPoints, endedOn, detail }: Interest,
  names: Names,
): string {
  const share = basisPoints === undefined ? '' : ` (${basisPoints / 100} %)`
  const ended = endedOn === undefined ? '' : `, ${words.ended(endedOn)}`
  return `${names.place(organisationId)}: ${words.kinds[kind]}${share}${ended}${detail === '' ? '' : `. ${detail}`}`
}
