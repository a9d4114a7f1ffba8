import type { Own } from '../../domain/decision/disinterested.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { refuseUnless } from '../../domain/refusal.ts'
import { loadOrganisations } from '../store/register-store.ts'
import type { Command } from './command.ts'

/** A person and where they belong: what is asked when nobody may decide on their own. */
export const belonging = ({ id, practiceId, organisationId }: Person) => ({
  person: id,
  ...(practiceId !== undefined && { practiceId }),
  ...(organisationId !== undefined && { organisationId }),
})

/** @throws Refusal `NotAllowed` */
export function practiceOf({ practiceId }: Pick<Person, 'practiceId'>): string {
  refuseUnless(practiceId, 'NotAllowed', 'You do not belong to a practice.')
  return practiceId
}

/** @throws Refusal `NotAllowed` */
export function organisationOf({ organisationId }: Pick<Person, 'organisationId'>): string {
  refuseUnless(organisationId, 'NotAllowed', 'You do not belong to a provider’s organisation.')
  return organisationId
}

/** The organisation of somebody who decides on tenders, with the register, which has the names by which a tender may name it. */
export async function ownOf({
  person,
  deps,
  register,
}: Pick<Command, 'person' | 'deps' | 'register'>): Promise<Own | undefined> {
  const { organisationId } = person
  return organisationId === undefined
    ? undefined
    : { organisationId, register: await loadOrganisations(deps, register) }
}
