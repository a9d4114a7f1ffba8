import type { Case } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadGroup } from '../store/locality-store.ts'

/** What the people who have sat on this panel are called, for those who see what they wrote: one Query. */
export async function panelNames(deps: Pick<Deps, 'table'>, { panel }: Case): Promise<Record<string, string>> {
  return namesOf(deps, Object.keys(panel?.seats ?? {}))
}

/** What these people of practices are called: one Query. */
export async function namesOf(deps: Pick<Deps, 'table'>, wanted: readonly string[]): Promise<Record<string, string>> {
  const people = await loadGroup(deps, 'practice')
  return Object.fromEntries(people.filter(({ id }) => wanted.includes(id)).map(({ id, name }) => [id, name]))
}
