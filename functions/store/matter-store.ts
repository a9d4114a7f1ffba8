import type { Case } from '../../domain/case/case.ts'
import { type Matter, matterOf } from '../../domain/conflict/matter.ts'
import { namedInTenders, unknownInTenders } from '../../domain/tender/named.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadOrganisations } from './locality-store.ts'

/** What people could be conflicted in: a case, against the register as it is now and whoever its opened tenders name. */
export async function loadMatter(deps: Pick<Deps, 'table' | 'now'>, theCase: Case): Promise<Matter> {
  const organisations = await loadOrganisations(deps)
  return matterOf(theCase, organisations, namedInTenders(theCase.tender, organisations), {
    at: deps.now(),
    unknownNames: unknownInTenders(theCase.tender, organisations),
  })
}
