import type { Case } from '../../domain/case/case.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadNames, loadOrganisations, loadPractices } from '../store/locality-store.ts'

/** The names behind the identifiers of a case: its nominees and members, and every practice and organisation. */
export async function namesIn(deps: Deps, { nomination, panel }: Case): Promise<Names> {
  const ids = [...new Set([...Object.keys(nomination?.nominees ?? {}), ...Object.keys(panel?.seats ?? {})])].sort()
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
