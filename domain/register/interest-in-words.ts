import type { Declaration, Interest, InterestKind, Relation } from './declaration.ts'

/** What a tie is, and not where it leads. */
export const tieNow: Record<InterestKind, string> = {
  director: 'is a director of',
  partner: 'is a partner in',
  owner: 'owns, or owns part of,',
  member: 'is a member of',
  employee: 'is employed by',
  'paid-adviser': 'is paid to advise',
  family: 'has family with an interest in',
  'business-partner': 'has a business partner with an interest in',
  gift: 'had a gift or hospitality from',
  other: 'has another tie to',
}

const tieOnce: Record<InterestKind, string> = {
  director: 'was a director of',
  partner: 'was a partner in',
  owner: 'owned, or owned part of,',
  member: 'was a member of',
  employee: 'was employed by',
  'paid-adviser': 'was paid to advise',
  family: 'had family with an interest in',
  'business-partner': 'had a business partner with an interest in',
  gift: 'had a gift or hospitality from',
  other: 'had another tie to',
}

/** `12%`, `0.75%`, of hundredths of a per cent. */
export const percent = (basisPoints: number): string => `${String(basisPoints / 100)}%`

/** `is a partner in Ashlarke Surgery`. @param where what the organisation is called */
export function interestInWords({ kind, basisPoints, endedOn }: Interest, where: string): string {
  if (endedOn !== undefined) return `${tieOnce[kind]} ${where} until ${endedOn}`
  if (kind === 'owner' && basisPoints !== undefined) return `owns ${percent(basisPoints)} of ${where}`
  return `${tieNow[kind]} ${where}`
}

const whole = (interest: Interest): string => {
  const { organisationId, detail } = interest
  return `${interestInWords(interest, organisationId)}${detail === '' ? '' : ` (${detail})`}`
}

const close = ({ personId, kind, endedOn }: Relation): string => {
  const past = endedOn === undefined ? '' : ` until ${endedOn}`
  return `has ${kind === 'family' ? 'family' : 'a business partner'}${past}: ${personId}`
}

/** All that somebody said, with organisations and people by their identifiers. */
export const declarationInWords = (declaration: Declaration): string =>
  declaration.kind === 'nothing to declare'
    ? 'nothing to declare'
    : [...declaration.interests.map(whole), ...(declaration.relations ?? []).map(close)].join('; ')
