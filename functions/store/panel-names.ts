import type { Case } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadGroup } from './locality-store.ts'

/** What the people who have sat on this panel are called, for those who see what they wrote: one Query. */
export async function panelNames(deps: Pick<Deps, 'table'>, { panel }: Case): Promise<Record<string, string>> {
  const seats = panel?.seats ?? {}
  const people = await loadGroup(deps, 'practice')
  return Object.fromEntries(people.filter(({ id }) => id in seats).map(({ id, name }) => [id, name]))
}
