import type { Party } from '../../domain/case/party.ts'
import type { Person, Role } from '../../domain/locality/locality.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadGroup, loadUnexcluded } from '../store/locality-store.ts'

/** Whom a mail may be for: a party to the case, or everybody of a role. */
export type Addressed = Party | { kind: Role }

/**
 * The people behind these parties, each once. Whoever is excluded from the case is not among them: they hear no more of it
 * than the public (requirements §4).
 */
export async function addressees(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  parties: readonly Addressed[],
): Promise<Person[]> {
  const ids = (await Promise.all(parties.map((party) => idsOf(deps, party)))).flat()
  return ids.length > 0 ? loadUnexcluded(deps, ids, caseId) : []
}

async function idsOf(deps: Pick<Deps, 'table'>, party: Addressed): Promise<string[]> {
  if (party.kind === 'person' && 'id' in party) return [party.id]
  return (await loadGroup(deps, 'id' in party ? party.id : party.kind)).map(({ id }) => id)
}
