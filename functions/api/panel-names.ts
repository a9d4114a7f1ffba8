import type { Case } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadNames } from '../store/locality-store.ts'

/** The names of everybody who has sat on this panel, for those who see what they wrote: one request. */
export const panelNames = (deps: Pick<Deps, 'table'>, { panel }: Case): Promise<Record<string, string>> =>
  loadNames(deps, Object.keys(panel?.seats ?? {}))
