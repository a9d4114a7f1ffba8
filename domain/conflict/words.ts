import { interestInWords, percent, tieNow } from '../register/interest-in-words.ts'
import type { Matter } from './matter.ts'
import { type Link, WHOLE } from './ownership.ts'
import type { Entered, Tie } from './ties.ts'
import type { Touch } from './touch.ts'

const source: Record<Tie['said'], string> = {
  declared: 'Declared: ',
  belongs: 'The register: ',
  suggested: 'The register suggests, and it was not declared: ',
}

/** Who says so. What others entered of somebody close is nobody's declaration. */
const saidBy = ({ said, interest }: { said: Tie['said']; interest: Pick<Entered, 'source'> }): string =>
  said === 'declared' && interest.source !== undefined ? 'The register: ' : source[said]

/** Where an entry is from that somebody else made: whoever rules on it reads that, too. */
export const sourceInWords = ({ source: from }: Pick<Entered, 'source'>): string =>
  from === undefined ? '' : ` Source: “${from}”.`

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
  interest: Entered,
  { whose = '', suggested = false }: { whose?: string; suggested?: boolean } = {},
): string =>
  `${saidBy({ said: suggested ? 'suggested' : 'declared', interest })}${whose}${tieNow[interest.kind]} “${interest.organisationId}”, which the register does not know`

/** From one organisation to the next: to one that it owns a part of, or to one that owns a part of it. */
function chainInWords(from: string, links: readonly Link[], { organisations }: Matter): string {
  const way = wayThrough(from, links)
  const nameOf = (id: string) => organisations.get(id)?.name ?? id
  return links
    .map(({ owner, owned, basisPoints, endedOn }, step) => {
      const [share, until] = [percent(basisPoints), endedOn === undefined ? '' : ` until ${endedOn}`]
      const ended = endedOn !== undefined
      return way[step] === owner
        ? `, which ${ended ? 'owned' : 'owns'} ${share} of ${nameOf(owned)}${until}`
        : `, ${share} of which ${ended ? 'belonged' : 'belongs'} to ${nameOf(owner)}${until}`
    })
    .join('')
}

/** The organisations on the way, the first among them: down to one that is owned, or up to an owner. */
export function wayThrough(from: string, links: readonly Link[]): string[] {
  const way = [from]
  for (const { owner, owned } of links) way.push(way.at(-1) === owner ? owned : owner)
  return way
}

/** The whole chain in words: “Declared: is a partner in Practice P, which owns 12% of Federation F, which owns …”. */
export function touchInWords({ tie, links, why, total, way, together }: Touch, matter: Matter, whose = ''): string {
  const comes = `comes to ${percent(Math.round((total * 1_000_000) / WHOLE) / 100)} in all.`
  const all = together
    ? ` With what they and their family own, this ${comes}`
    : way === 'small ownership'
      ? ` This ${comes}`
      : ''
  return `${saidBy(tie)}${whose}${tieInWords(tie)}${chainInWords(tie.organisation.id, links, matter)}, ${why.words}.${all}`
}

/** @param whose `has family who `, where it is not the person's own */
export const said = (tie: Tie, rest: string, whose = ''): string => `${saidBy(tie)}${whose}${tieInWords(tie)}${rest}`
