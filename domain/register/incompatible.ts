import type { Organisation } from '../locality/locality.ts'
import { type Interest, interestsIn, type RegisterEntry } from './declaration.ts'
import { organisationCalled } from './names.ts'

const belongs = ['director', 'member', 'owner', 'employee', 'partner']

/**
 * People who are of the practices' own provider organisation and directors or employees of the company: the founding
 * proposal (§12) rules that out, and the register checks it.
 */
export function incompatiblePeople(
  organisations: readonly Organisation[],
  entries: readonly RegisterEntry[],
): { person: string; company: string; provider: string }[] {
  return entries.flatMap(({ person, declaration, recorded }) => {
    const ties = [...interestsIn(declaration), ...recorded].filter(({ endedOn }) => endedOn === undefined)
    const of = (kind: Organisation['kind'], fits: (interest: Interest) => boolean) =>
      ties.flatMap((interest) => {
        const organisation = organisationCalled(interest.organisationId, organisations)
        return organisation?.kind === kind && fits(interest) ? [organisation.id] : []
      })[0]
    const company = of('company', ({ kind }) => kind === 'director' || kind === 'employee')
    const provider = of('federation', ({ kind }) => belongs.includes(kind))
    return company !== undefined && provider !== undefined ? [{ person, company, provider }] : []
  })
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
