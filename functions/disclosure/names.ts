import type { Case } from '../../domain/case/case.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import type { Role } from '../../domain/locality/locality.ts'
import type { Export } from '../../domain/record/export.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadNames, loadPractices } from '../store/locality-store.ts'
import { loadOrganisations } from '../store/register-store.ts'

/** Offices that answer for what they did: who ruled on an interest or a tender, or confirmed the award. */
const offices: readonly string[] = ['programme-manager', 'deputy-programme-manager', 'approver'] satisfies Role[]

/**
 * The names behind the identifiers of a case: its nominees and members, every practice and organisation, and who did something in an
 * office by its record. Not the people of practices and bidders who acted for them.
 */
export async function namesIn(deps: Deps, { nomination, panel }: Case, events: Export['events'] = []): Promise<Names> {
  const inOffice = events.flatMap(({ entry: { by } }) => ('person' in by && offices.includes(by.as) ? by.person : []))
  const ids = [
    ...new Set([...Object.keys(nomination?.nominees ?? {}), ...Object.keys(panel?.seats ?? {}), ...inOffice]),
  ].sort()
  const [organisations, practices, people] = await Promise.all([
    loadOrganisations(deps),
    loadPractices(deps),
    loadNames(deps, ids),
  ])
  return {
    organisations: Object.fromEntries([...practices, ...organisations].map(({ id, name }) => [id, name])),
    people,
  }
}
