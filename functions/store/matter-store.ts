import type { Case } from '../../domain/case/case.ts'
import type { Occasion } from '../../domain/conflict/conflict.ts'
import { type Matter, matterOf, type Register } from '../../domain/conflict/matter.ts'
import { recheckCase } from '../../domain/conflict/recheck.ts'
import { worksOf } from '../../domain/conflict/works.ts'
import type { Role } from '../../domain/locality/locality.ts'
import { namedInTenders, unknownInTenders } from '../../domain/tender/named.ts'
import type { Deps } from '../runtime/deps.ts'
import { change } from './case-store.ts'
import { loadEverybody } from './locality-store.ts'
import { loadRegister } from './register-store.ts'

/** Who decides on cases without sitting on their panels, by role. */
const officerRoles: Role[] = ['programme-manager', 'deputy-programme-manager', 'approver']

/** What every case's conflicts are judged by: the register as it is now, and who decides without sitting. */
export interface World {
  register: Register
  officers: string[]
  works: ReadonlyMap<string, readonly string[]>
}

export async function loadWorld(deps: Pick<Deps, 'table'>): Promise<World> {
  const [register, people] = await Promise.all([loadRegister(deps), loadEverybody(deps)])
  const officers = people.filter(({ roles }) => roles.some((role) => officerRoles.includes(role))).map(({ id }) => id)
  return { register, officers: officers.sort(), works: worksOf(people, register.organisations) }
}

export function matterIn({ register, officers, works }: World, theCase: Case, at: string): Matter {
  const organisations = [...register.organisations]
  const unknownNames = unknownInTenders(theCase.tender, organisations)
  return matterOf(theCase, register, namedInTenders(theCase.tender, organisations), {
    at,
    unknownNames,
    officers,
    works,
  })
}

/** What people could be conflicted in: a case, against the register as it is now and whoever its opened tenders name. */
export async function loadMatter(deps: Pick<Deps, 'table' | 'now'>, theCase: Case): Promise<Matter> {
  return matterIn(await loadWorld(deps), theCase, deps.now())
}

/** Whether recomputing the conflicts of a case would find anybody standing otherwise than before. */
export const recheckTells = (theCase: Case, world: World, at: string): boolean =>
  recheckCase(theCase, matterIn(world, theCase, at), 'register', { quietly: true }).length > 0

/**
 * Recomputes the conflicts of a case; what changed and why goes to its record (requirements §4).
 * @param quietly nothing is recorded where everybody stands as before
 */
export async function recheckConflicts(
  deps: Deps,
  caseId: string,
  occasion: Occasion,
  { quietly = false, world = loadWorld(deps) }: { quietly?: boolean; world?: Promise<World> } = {},
): Promise<void> {
  const at = deps.now()
  await change(
    deps,
    caseId,
    async (theCase) => recheckCase(theCase, matterIn(await world, theCase, at), occasion, { quietly }),
    { by: { step: 'recheck-conflicts' }, at },
  )
}
