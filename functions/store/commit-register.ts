import { randomBytes } from 'node:crypto'
import type { Actor } from '../../domain/case/party.ts'
import { chain, type Head } from '../../domain/record/chain.ts'
import type { RegisterEntry } from '../../domain/register/declaration.ts'
import { REGISTER } from '../../domain/register/export.ts'
import { emptyEntry, evolveEntry, personIn, type RegisterEvent } from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { keepRegisterAfter, type LoadedRegister } from './kept-register.ts'
import { keys } from './keys.ts'
import { put, transact, type Write } from './transaction.ts'

type Store = Pick<Deps, 'table'>

/**
 * Writes events of the register, and what it then holds, in one transaction that rests on the head they were decided on.
 *
 * @param also conditions and items that must hold or be written with them
 * @throws Conflict when somebody else wrote first; ConditionFailed when one of `also` did not hold
 */
export async function commitRegister(
  store: Store,
  before: LoadedRegister,
  { events, by, at, also }: { events: RegisterEvent[]; by: Actor; at: Instant; also?: (after: Head) => Write[] },
): Promise<Head> {
  let { head } = before
  const entries = new Map<string, RegisterEntry>()
  const writes: Write[] = []
  for (const event of events) {
    const payload = { salt: randomBytes(16).toString('hex'), data: event.data }
    const { caseId: _, ...entry } = chain(head, { caseId: REGISTER, at, by, type: event.type }, payload)
    const { sequence, hash } = entry
    writes.push(
      put(store, { ...keys.registerEvent(sequence), ...entry }, 'attribute_not_exists(pk)'),
      put(store, { ...keys.registerPayload(sequence), ...payload }),
      ...besides(event, sequence, at).map((item) => put(store, item)),
    )
    const person = personIn(event)
    if (person !== undefined) {
      const held = entries.get(person) ?? before.entries.find((one) => one.person === person) ?? emptyEntry(person)
      entries.set(person, evolveEntry(held, event, at))
    }
    head = { sequence, hash }
  }
  const headWrite =
    before.head.sequence === 0
      ? put(store, { ...keys.registerHead, ...head }, 'attribute_not_exists(pk)')
      : put(
          store,
          { ...keys.registerHead, ...head },
          '#sequence = :sequence',
          { ':sequence': before.head.sequence },
          { '#sequence': 'sequence' },
        )
  const items = [...entries].map(([person, body]) => put(store, { ...keys.registerEntry(person), body }))
  const conditions = also?.(head) ?? []
  await transact(store, [...conditions, headWrite, ...writes, ...items], conditions.length)
  keepRegisterAfter(store, before, head, events, [...entries.values()])
  return head
}

/** What else an event of the register leaves: where it is found again, by what it is about, and what is read without the register. */
function besides(event: RegisterEvent, sequence: number, at: Instant): Record<string, unknown>[] {
  const { type, data } = event
  const person = personIn(event)
  const items: Record<string, unknown>[] = []
  if (person !== undefined) items.push({ ...keys.declaredBefore(person, sequence), type })
  if (type === 'OrganisationRecorded') {
    const { organisation } = data
    items.push({ ...keys.organisation(organisation.id), body: organisation })
    items.push({ ...keys.recordedBefore(organisation.id, sequence), type })
  }
  if (type === 'InterestsDeclared') items.push({ ...keys.declared(data.person), declaredAt: data.declaredAt ?? at })
  return items
}
