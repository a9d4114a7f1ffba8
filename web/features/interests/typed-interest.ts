import type { Interest } from '../../../domain/register/declaration.ts'
import { endOfDay, type TypedDate } from '../../time.ts'
import { words } from './words.ts'

/** An interest as it is being typed. */
export interface TypedInterest {
  organisationId: string
  name: string
  kind: Interest['kind'] | ''
  share: string
  ended: TypedDate
  detail: string
}

export const untyped: TypedInterest = {
  organisationId: '',
  name: '',
  kind: '',
  share: '',
  ended: { day: '', month: '', year: '' },
  detail: '',
}

/** Something is typed that has not been added. */
export const isBegun = <Typed>(typed: Typed, nothing: Typed): boolean =>
  JSON.stringify(typed) !== JSON.stringify(nothing)

/** The choice that stands for an organisation that is not in the list. */
export const ANOTHER = 'another'

export interface FieldFault {
  fieldId: string
  detail: string
}

/** Everything wrong with it, each with its field. */
export function faultsIn(typed: TypedInterest): FieldFault[] {
  const named = typed.organisationId === ANOTHER ? typed.name.trim() : typed.organisationId
  const share = shareOf(typed)
  return [
    ...(named === '' && typed.organisationId === ''
      ? [{ fieldId: 'organisation', detail: words.fault.organisation }]
      : []),
    ...(named === '' && typed.organisationId === ANOTHER ? [{ fieldId: 'name', detail: words.fault.name }] : []),
    ...(typed.kind === '' ? [{ fieldId: 'kind', detail: words.fault.kind }] : []),
    ...(share === 'wrong' ? [{ fieldId: 'share', detail: words.fault.share }] : []),
    ...(endedOf(typed.ended) === 'wrong' ? [{ fieldId: 'ended', detail: words.fault.date }] : []),
    ...((typed.kind === 'gift' || typed.kind === 'other') && typed.detail.trim() === ''
      ? [{ fieldId: 'detail', detail: words.fault.detail }]
      : []),
  ]
}

/** In hundredths of a per cent. */
function shareOf({ kind, share }: TypedInterest): number | undefined | 'wrong' {
  if (kind !== 'owner' || share.trim() === '') return undefined
  const basisPoints = Math.round(Number(share.replace('%', '').replace(',', '.')) * 100)
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : 'wrong'
}

/** `2025-03-27`; undefined where nothing is typed. */
export function endedOf({ day, month, year }: TypedDate): string | undefined | 'wrong' {
  if (`${day}${month}${year}`.trim() === '') return undefined
  const [y, m, d] = [year, month, day].map(Number)
  if (y === undefined || m === undefined || d === undefined || endOfDay(y, m, d) === undefined) return 'wrong'
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** What is sent of it; it must have no faults. */
export function interestFrom(typed: TypedInterest): Interest {
  const basisPoints = shareOf(typed)
  const endedOn = endedOf(typed.ended)
  return {
    organisationId: typed.organisationId === ANOTHER ? typed.name.trim() : typed.organisationId,
    kind: typed.kind === '' ? 'other' : typed.kind,
    detail: typed.detail.trim(),
    ...(typeof basisPoints === 'number' && { basisPoints }),
    ...(endedOn !== undefined && endedOn !== 'wrong' && { endedOn }),
  }
}
