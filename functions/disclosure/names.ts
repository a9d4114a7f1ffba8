import type { Case } from '../../domain/case/case.ts'
import type { Names } from '../../domain/disclosure/part.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadOrganisations, loadPerson, loadPractices } from '../store/locality-store.ts'

/** The names behind the identifiers of a case: its nominees and members, and every practice and organisation. */
export async function namesIn(deps: Deps, { nomination, panel }: Case): Promise<Names> {
  const ids = [...new Set([...Object.keys(nomination?.nominees ?? {}), ...Object.keys(panel?.seats ?? {})])].sort()
  const [organisations, practices, people] = await Promise.all([
    loadOrganisations(deps),
    loadPractices(deps),
    Promise.all(ids.map((id) => loadPerson(deps, id))),
  ])
  return {
    organisations: Object.fromEntries([...practices, ...organisations].map(({ id, name }) => [id, name])),
    people: Object.fromEntries(people.flatMap((known) => (known ? [[known.person.id, known.person.name]] : []))),
  }
}
