import type { InterestKind } from '../register/declaration.ts'
import { interestInWords, percent, tieNow } from '../register/interest-in-words.ts'
import type { Grave } from './grave.ts'
import type { Matter } from './matter.ts'
import { type Link, WHOLE } from './ownership.ts'
import type { Tie } from './ties.ts'

const source: Record<Tie['said'], string> = {
  declared: 'Declared: ',
  belongs: 'The register: ',
  suggested: 'The register suggests, and it was not declared: ',
}

/** `is a partner in Ashlarke Surgery`; what a tie is, and not where it leads. */
export function tieInWords({ interest, organisation, said }: Tie): string {
  if (said === 'belongs')
    return interest.endedOn === undefined
      ? `belongs to ${organisation.name}`
      : `belonged to ${organisation.name} until ${interest.endedOn}`
  return interestInWords(interest, organisation.name)
}

/** An interest in an organisation that the register does not know. */
export const strangeInWords = (
  kind: InterestKind,
  name: string,
  { whose = '', suggested = false }: { whose?: string; suggested?: boolean } = {},
): string =>
  `${source[suggested ? 'suggested' : 'declared']}${whose}${tieNow[kind]} “${name}”, which the register does not know`

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
