import { ownershipOf } from '../conflict/ownership.ts'
import type { Organisation } from '../locality/locality.ts'
import { type Interest, interestsIn, type RegisterEntry } from './declaration.ts'
import { organisationCalled } from './names.ts'

const belongs = ['director', 'member', 'owner', 'employee', 'partner']

/**
 * People who are of the practices' own provider organisation, or own a part of it through their practice, and directors or employees of the company: the founding
 * proposal (§12) rules that out, and the register checks it.
 *
 * @param works where the register of people says that somebody works, by person
 */
export function incompatiblePeople(
  organisations: readonly Organisation[],
  entries: readonly RegisterEntry[],
  works: ReadonlyMap<string, readonly string[]> = new Map(),
): { person: string; company: string; provider: string }[] {
  return entries.flatMap(({ person, declaration, recorded }) => {
    const ties = [...interestsIn(declaration), ...recorded].filter(({ endedOn }) => endedOn === undefined)
    const of = (kind: Organisation['kind'], fits: (interest: Interest) => boolean) =>
      ties.flatMap((interest) => {
        const organisation = organisationCalled(interest.organisationId, organisations)
        return organisation?.kind === kind && fits(interest) ? [organisation.id] : []
      })[0]
    // People who run the programme belong to the company, whatever they declare.
    const company =
      of('company', ({ kind }) => kind === 'director' || kind === 'employee') ??
      organisations.find(({ id, kind }) => kind === 'company' && works.get(person)?.includes(id))?.id
    const provider = of('federation', ({ kind }) => belongs.includes(kind)) ?? ownedBy(ties, organisations)
    return company !== undefined && provider !== undefined ? [{ person, company, provider }] : []
  })
}

/** A provider of the practices of which somebody owns a part through what they own, or decide for. */
function ownedBy(ties: readonly Interest[], organisations: readonly Organisation[]): string | undefined {
  const ownership = ownershipOf(new Map(organisations.map((organisation) => [organisation.id, organisation])))
  const held = ties.flatMap(({ organisationId, kind }) =>
    kind === 'employee' || !belongs.includes(kind) ? [] : (organisationCalled(organisationId, organisations) ?? []),
  )
  return organisations.find(
    ({ id, kind }) => kind === 'federation' && held.some((holder) => ownership.chain(holder.id, id).length > 0),
  )?.id
}

/** Names in declarations that no organisation goes by. */
export const strangeNames = (organisations: readonly Organisation[], entries: readonly RegisterEntry[]): string[] => [
  ...new Set(
    entries
      .flatMap(({ declaration, recorded }) => [...interestsIn(declaration), ...recorded])
      .map(({ organisationId }) => organisationId)
      .filter((name) => !organisationCalled(name, organisations)),
  ),
]
