import type { Case } from '../../domain/case/case.ts'
import { MOST_CHANGED } from '../../domain/conflict/check.ts'
import type { Occasion } from '../../domain/conflict/conflict.ts'
import { recheckCase } from '../../domain/conflict/recheck.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { change } from '../store/commit.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { loadWorld, matterIn, type World } from './world.ts'

/** Whether recomputing the conflicts of a case would find anybody standing otherwise than before. */
export const recheckTells = (theCase: Case, world: World, at: string): boolean =>
  recheckCase(theCase, matterIn(world, theCase, at), 'register', { quietly: true }).length > 0

/**
 * Recomputes the conflicts of a case; what changed and why goes to its record (requirements §4).
 * @param quietly nothing is recorded where everybody stands as before
 * @param from the case as it was just loaded
 * @returns the case as it then is
 */
export async function recheckConflicts(
  deps: Deps,
  caseId: string,
  occasion: Occasion,
  {
    quietly = false,
    world = loadWorld(deps),
    ...rest
  }: { quietly?: boolean; world?: Promise<World>; from?: Loaded; load?: KeyedNoun[] } = {},
): Promise<Loaded> {
  const at = deps.now()
  let changed = 0
  const after = await change(
    deps,
    caseId,
    async (theCase) => {
      const events = recheckCase(theCase, matterIn(await world, theCase, at), occasion, { quietly })
      changed = events.flatMap(({ type, data }) => (type === 'ConflictsChecked' ? (data.changed ?? []) : [])).length
      return events
    },
    { by: { step: 'recheck-conflicts' }, at, ...rest },
  )
  // So many were locked out at once that there may be more.
  if (changed >= MOST_CHANGED)
    return recheckConflicts(deps, caseId, occasion, { ...rest, quietly: true, world, from: after })
  return after
}
