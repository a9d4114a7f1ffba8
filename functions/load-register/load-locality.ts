import type { Deps } from '../runtime/deps.ts'
import { untilNobodyElseWrote } from '../store/case-store.ts'
import { type Locality, putLocality } from '../store/locality-store.ts'
import { commitRegister, loadRegister } from '../store/register-store.ts'

/** Writes a whole locality, and that it was: whatever was computed from the register before is then stale. */
export async function loadLocality(deps: Pick<Deps, 'table' | 'now'>, locality: Locality): Promise<void> {
  await putLocality(deps, locality)
  const { organisations, declarations = [] } = locality
  await untilNobodyElseWrote(async () => {
    const data = { organisations: organisations.map(({ id }) => id), people: declarations.map(({ person }) => person) }
    const by = { step: 'load-register' }
    return commitRegister(deps, await loadRegister(deps), {
      events: [{ type: 'RegisterLoaded', data }],
      ...{ by, at: deps.now() },
    })
  })
}
