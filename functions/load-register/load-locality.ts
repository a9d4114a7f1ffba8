import { changesOf } from '../../domain/register/organisation.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import type { Deps } from '../runtime/deps.ts'
import { inBatches } from '../store/batch.ts'
import { untilNobodyElseWrote } from '../store/case-store.ts'
import { type Locality, putPeople } from '../store/locality-store.ts'
import { commitRegister, type LoadedRegister, loadRegister } from '../store/register-store.ts'

const reason = 'Loaded from a file.'

/** An event is at most six writes of the hundred that a transaction may hold. */
const MOST_EVENTS = 15

/**
 * Writes a whole locality. What it says otherwise than the register of interests did are events of the register like those that
 * people make, each with what it holds, in the same transaction: at every moment the register is what its record says, though a
 * load is stopped half-way. What an organisation was before is in the events before. A declaration that is older than what the
 * register holds of the person changes nothing. The last event says that all was loaded: whatever was computed before is stale.
 */
export async function loadLocality(deps: Pick<Deps, 'table' | 'now'>, locality: Locality): Promise<void> {
  await putPeople(deps, locality)
  const news = newsOf(await loadRegister(deps), locality)
  const { organisations, declarations = [] } = locality
  const data = { organisations: organisations.map(({ id }) => id), people: declarations.map(({ person }) => person) }
  for (const events of inBatches<RegisterEvent>([...news, { type: 'RegisterLoaded', data }], MOST_EVENTS))
    await untilNobodyElseWrote(async () =>
      commitRegister(deps, await loadRegister(deps), { events, by: { step: 'load-register' }, at: deps.now() }),
    )
}

/** What the register does not say yet. */
function newsOf(register: LoadedRegister, { organisations, declarations = [] }: Locality): RegisterEvent[] {
  const known = new Map(register.organisations.map((one) => [one.id, one]))
  const declared = new Map(register.entries.map(({ person, declaredAt }) => [person, declaredAt]))
  return [
    ...organisations.flatMap((organisation): RegisterEvent[] => {
      const changed = changesOf(known.get(organisation.id), organisation)
      return changed.length > 0 ? [{ type: 'OrganisationRecorded', data: { organisation, reason, changed } }] : []
    }),
    ...declarations.flatMap(({ person, declaration, declaredAt }): RegisterEvent[] =>
      (declared.get(person) ?? '') < declaredAt
        ? [{ type: 'InterestsDeclared', data: { person, declaration, declaredAt } }]
        : [],
    ),
  ]
}
