import type { Own } from '../../domain/decision/disinterested.ts'
import type { Person } from '../../domain/locality/locality.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadOrganisations } from '../store/locality-store.ts'

/** A person and where they belong: what is asked when nobody may decide on their own. */
export const belonging = ({ id, practiceId, organisationId }: Person) => ({
  person: id,
  ...(practiceId !== undefined && { practiceId }),
  ...(organisationId !== undefined && { organisationId }),
})

/** The organisation of somebody who decides on tenders, with the register, which has the names by which a tender may name it. */
export async function ownOf({ person, deps }: { person: Person; deps: Deps }): Promise<Own | undefined> {
  const { organisationId } = person
  return organisationId === undefined ? undefined : { organisationId, register: await loadOrganisations(deps) }
}
