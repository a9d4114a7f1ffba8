import { belongingOf, changesOfWorks } from '../../domain/conflict/employment.ts'
import type { Organisation, Person } from '../../domain/locality/locality.ts'
import { Refusal } from '../../domain/refusal.ts'
import { fileFaults } from '../../domain/register/file.ts'
import {
  changesOf,
  keepingItsNames,
  keepingItsPast,
  mustBeRead,
  organisationVersion,
} from '../../domain/register/organisation.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import type { Deps } from '../runtime/deps.ts'
import { inBatches } from '../store/batch.ts'
import { commitRegister } from '../store/commit-register.ts'
import type { LoadedRegister } from '../store/kept-register.ts'
import { among, type Locality, loadEverybody, putPeople } from '../store/locality-store.ts'
import { loadRegister } from '../store/register-store.ts'
import { untilNobodyElseWrote } from '../store/transaction.ts'

const reason = 'Loaded from a file.'

/** An event is at most six writes of the hundred that a transaction may hold. */
const MOST_EVENTS = 15

/** One thing that a file says of the register of interests, and what of it the register does not say yet. */
type Row = (register: LoadedRegister) => RegisterEvent[]

/**
 * Writes a whole locality, if the rules of the register have nothing against it. What it says otherwise than the register of
 * interests did are events of the register like those that people make, each with what it holds, in the same transaction: at
 * every moment the register of interests is what its record says, though a load is stopped half-way. What an organisation was
 * before is in the events before. A declaration that is older than what the register holds of the person changes nothing.
 *
 * Who belongs where is written last: before somebody is taken off an organisation, the register holds what they declared of it, and
 * until when they belonged to it. The last event says that all was loaded: whatever was computed before is stale.
 *
 * @throws Refusal `Invalid` with everything that is wrong, before anything is written. When somebody else writes meanwhile, what was
 * loaded until then stays: `Stale` if they changed an organisation of the file, `Invalid` if the rest cannot stand beside it
 */
export async function loadLocality(deps: Pick<Deps, 'table' | 'now'>, locality: Locality): Promise<void> {
  const { people, practices, organisations, declarations = [] } = locality
  const [read, everybody] = await Promise.all([loadRegister(deps), loadEverybody(deps)])
  const known = among(everybody)
  const mustHold = ({ organisations: until }: LoadedRegister) => {
    const faults = fileFaults(until, { people, practices, organisations, declarations }, deps.now(), known)
    if (faults.length > 0) throw new Refusal('Invalid', 'The register cannot hold what this file says.', faults)
  }
  mustHold(read)

  let left = read.head
  /** Reckoned anew on whatever somebody else wrote meanwhile. */
  const write = (newsOf: Row) =>
    untilNobodyElseWrote(async () => {
      const register = await loadRegister(deps)
      const events = newsOf(register)
      if (events.length > 0)
        left = await commitRegister(deps, register, { events, by: { step: 'load-register' }, at: deps.now() })
    })
  for (const rows of inBatches([...rowsOf(locality, read, deps.now), ...belongingRows(people, everybody)], MOST_EVENTS))
    await write((register) => {
      if (register.head.hash !== left.hash) mustHold(register)
      return rows.flatMap((row) => row(register))
    })
  await putPeople(deps, locality)
  const data = { organisations: organisations.map(({ id }) => id), people: declarations.map(({ person }) => person) }
  await write((register) => [
    { type: 'RegisterLoaded', data: { ...data, belonging: belongingOf(people, register.organisations) } },
  ])
}

/** @param read the register that the file was held against: what was changed since, the file knows nothing of */
function rowsOf({ organisations, declarations = [] }: Locality, read: LoadedRegister, now: Deps['now']): Row[] {
  const find = (register: LoadedRegister, id: string): Organisation | undefined =>
    register.organisations.find((one) => one.id === id)
  return [
    ...organisations.map((said): Row => {
      const over = organisationVersion(find(read, said.id))
      return (register) => {
        const before = find(register, said.id)
        const organisation = keepingItsPast(before, keepingItsNames(before, said), now())
        const changed = changesOf(before, organisation)
        if (changed.length === 0) return []
        mustBeRead(before, organisation, over)
        return [{ type: 'OrganisationRecorded', data: { organisation, reason, changed } }]
      }
    }),
    ...declarations.map(
      ({ person, declaration, declaredAt }): Row =>
        ({ entries }) =>
          (entries.find((entry) => entry.person === person)?.declaredAt ?? '') < declaredAt
            ? [{ type: 'InterestsDeclared', data: { person, declaration, declaredAt } }]
            : [],
    ),
  ]
}

/** Whoever is moved leaves a tie behind, which bars for as long as any other that ended (requirements §4). */
const belongingRows = (people: readonly Person[], before: readonly Person[]): Row[] =>
  people.map(
    (person): Row =>
      ({ organisations }) =>
        changesOfWorks(before, [person], organisations).map((data) => ({ type: 'BelongingChanged', data })),
  )
