import type { InterestKind } from '../register/declaration.ts'
import type { Grave } from './grave.ts'
import type { Matter } from './matter.ts'
import { type Link, WHOLE } from './ownership.ts'
import type { Tie } from './ties.ts'

const now: Record<InterestKind, string> = {
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

const once: Record<InterestKind, string> = {
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

const source: Record<Tie['said'], string> = {
  declared: 'Declared: ',
  belongs: 'The register: ',
  suggested: 'The register suggests, and it was not declared: ',
}

/** `12%`, `0.75%`, of hundredths of a per cent. */
export const percent = (basisPoints: number): string => `${String(basisPoints / 100)}%`

/** `is a partner in Ashlarke Surgery`; what a tie is, and not where it leads. */
export function tieInWords({ interest, organisation, said }: Tie): string {
  const { kind, basisPoints, endedOn } = interest
  if (said === 'belongs') return `belongs to ${organisation.name}`
  if (endedOn !== undefined) return `${once[kind]} ${organisation.name} until ${endedOn}`
  if (kind === 'owner' && basisPoints !== undefined) return `owns ${percent(basisPoints)} of ${organisation.name}`
  return `${now[kind]} ${organisation.name}`
}

/** An interest in an organisation that the register does not know. */
export const strangeInWords = (kind: InterestKind, name: string, whose = ''): string =>
  `${source.declared}${whose}${now[kind]} “${name}”, which the register does not know`

const chainInWords = (links: readonly Link[], { organisations }: Matter): string =>
  links
    .map(
      ({ owned, basisPoints }) => `, which owns ${percent(basisPoints)} of ${organisations.get(owned)?.name ?? owned}`,
    )
    .join('')

/** The whole chain in words: “Declared: is a partner in Practice P, which owns 12% of Federation F, which owns …”. */
export function graveInWords({ tie, links, why, total, way }: Grave, matter: Matter, whose = ''): string {
  const all =
    way === 'small ownership' ? ` This comes to ${percent(Math.round((total * 1_000_000) / WHOLE) / 100)} in all.` : ''
  return `${source[tie.said]}${whose}${tieInWords(tie)}${chainInWords(links, matter)}, ${why.words}.${all}`
}

/** @param whose `has family who `, where it is not the person's own */
export const said = (tie: Tie, rest: string, whose = ''): string =>
  `${source[tie.said]}${whose}${tieInWords(tie)}${rest}`
