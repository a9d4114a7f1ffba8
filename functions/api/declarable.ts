import { type Declaration, relationsIn } from '../../domain/register/declaration.ts'
import { declare } from '../../domain/register/declare.ts'
import type { Deps } from '../runtime/deps.ts'
import { loadPeople } from '../store/locality-store.ts'

/** What cannot be declared in the register cannot be declared for a case either. @throws Refusal naming every fault */
export async function mustBeDeclarable(
  deps: Pick<Deps, 'table'>,
  person: string,
  declaration: Declaration,
  at: string,
): Promise<void> {
  const named = relationsIn(declaration).map(({ personId }) => personId)
  const known = named.length > 0 ? await loadPeople(deps, named) : new Map()
  declare({ person, declaration }, at, (id) => known.has(id))
}
