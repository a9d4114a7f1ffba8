import { randomBytes } from 'node:crypto'
import type { Case, CaseState } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { evolve } from '../../domain/case/evolve.ts'
import type { Actor } from '../../domain/case/party.ts'
import { doesTell, messagesOf } from '../../domain/message/message.ts'
import { chain, GENESIS, type Head } from '../../domain/record/chain.ts'
import { substituting } from '../../domain/substitution/substituting.ts'
import { isSealedDeed } from '../../domain/tender/sealed-deeds.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { stillWaits } from '../../domain/wait/attend.ts'
import { peopleTold } from '../messages/people-told.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Loaded, loadCase } from './case-store.ts'
import { exclusionChanges } from './exclusions.ts'
import { keepAfter } from './kept-case.ts'
import { type Asking, keys } from './keys.ts'
import { asWritten, changedItems, type KeyedNoun } from './nouns.ts'
import { furtherParts, inParts } from './parts.ts'
import { payloadItems } from './payload.ts'
import { rowChanges } from './rows.ts'
import { MOST_WRITES, put, remove, transact, untilNobodyElseWrote, type Write } from './transaction.ts'
import { unsentItem } from './unsent-store.ts'
import type { Written } from './written.ts'

export interface Change {
  caseId: string
  /** The case the events were decided on; absent for the events that make a case. */
  before: Loaded | undefined
  events: CaseEvent[]
  by: Actor
  at: Instant
  /** What of the state must not be kept any longer. */
  redact?: (state: CaseState) => CaseState
  /** Conditions and items that must hold or be written with the events, or nothing is. */
  also?: (after: Case) => Write[]
}

/**
 * Writes the events, their payloads, the state they lead to and every row that lists show of it, in one transaction.
 * @throws Conflict when the case changed since it was loaded; ConditionFailed when one of `also` did not hold
 */
export async function commit(deps: Deps, change: Change): Promise<Loaded> {
  const { caseId, before, events, at, also, redact = (kept) => kept } = change
  if (events.length === 0 && before) return before
  const { record, state, head, unsealedHash } = recorded(deps, change)
  const after = { ...redact(state), id: caseId, head, unsealedHash }
  const conditions = also?.(after) ?? []
  const { items: changed, writes, written } = nounWrites(deps, before, after)
  const items = [
    ...conditions,
    headWrite(deps, before, after, written.sums, at),
    ...record,
    ...writes,
    ...exclusionChanges(before, after).map(({ person, reason }) => {
      const key = keys.exclusion(person, caseId)
      return reason === undefined ? remove(deps, key) : put(deps, { ...key, reason })
    }),
    ...rowChanges(before, after).map((row) => ('body' in row ? put(deps, { ...row }) : remove(deps, row))),
  ]
  if (items.length > MOST_WRITES)
    throw new Error(`A change of ${items.length} items does not fit one transaction of ${MOST_WRITES}.`)
  await transact(deps, items, conditions.length)
  if (before) keepAfter(deps, caseId, { from: before.head.hash, to: head.hash, written: changed })
  return { ...before, ...after, written }
}

/** The record made longer by the events, and by what is to be told of them; and the state that they lead to. */
function recorded(deps: Deps, { caseId, before, events, by, at }: Change) {
  let head: Head = before?.head ?? GENESIS
  let unsealedHash = before?.unsealedHash ?? head.hash
  let state: CaseState | undefined = before
  const first = head.sequence + 1
  const record: Write[] = []
  const write = (event: CaseEvent) => {
    const { type, data } = event
    const payload = { salt: randomBytes(16).toString('hex'), data }
    const { caseId: _, ...entry } = chain(head, { caseId, at, by, type }, payload)
    const { sequence, hash } = entry
    record.push(
      put(deps, { ...keys.event(caseId, sequence), ...entry }, 'attribute_not_exists(pk)'),
      ...payloadItems(caseId, sequence, payload).map((item) => put(deps, item)),
    )
    if (doesTell(type)) record.push(put(deps, unsentItem({ kind: 'case', caseId, sequence, type, at })))
    if (!isSealedDeed(type)) unsealedHash = hash
    head = { sequence, hash }
    state = evolve(state, { ...event, at, by })
  }
  events.forEach(write)
  const done = { ...(state as CaseState), id: caseId, head }
  for (const message of [...messagesOf(done, events), ...peopleTold(done, events, first, at)]) write(message)
  return { record, state: state as CaseState, head, unsealedHash }
}

/**
 * The writes of each noun that changed, each conditional on the version that was read; and what the head then says of the
 * versions.
 */
function nounWrites(deps: Deps, before: Loaded | undefined, after: Case) {
  const { read: were, parts: lay, sums: added }: Written = before?.written ?? { read: {}, parts: {}, sums: {} }
  const version = after.head.sequence
  const [read, parts] = [{ ...were }, { ...lay }]
  const sums = { ...added }
  const items = changedItems(before, after).map(({ noun, entry, body }) => {
    const key = entry === undefined ? keys.noun(after.id, noun) : keys.entry(after.id, noun, entry)
    sums[noun] = (sums[noun] ?? 0) - (were[key.sk] ?? 0) + version
    read[key.sk] = version
    const item = { ...key, ...asWritten(noun, body), version }
    const [first, ...further] = inParts(item)
    return { whole: { ...item, parts: further.length + 1 }, first, further }
  })
  const writes = items.flatMap(({ whole, first, further }) => {
    const was = were[whole.sk]
    const left = furtherParts(whole, lay[whole.sk] ?? 1).slice(further.length)
    parts[whole.sk] = whole.parts
    return [
      was === undefined
        ? put(deps, first, 'attribute_not_exists(pk)')
        : put(deps, first, '#version = :was', { ':was': was }, { '#version': 'version' }),
      ...further.map((part) => put(deps, part)),
      ...left.map((part) => remove(deps, part)),
    ]
  })
  return { items: items.map(({ whole }) => whole), writes, written: { read, parts, ...(added && { sums }) } }
}

/**
 * Every write of a case rests on the head it was decided on, and on the waits that were open then: the one condition that
 * serialises them. It says whether the workflow is concerned, so that the stream consumer looks only then.
 */
function headWrite(deps: Deps, before: Loaded | undefined, after: Case, written: Written['sums'], at: Instant): Write {
  const { unsealedHash } = after
  const item = { ...keys.head(after.id), ...after.head, unsealedHash, ...(written && { written }) }
  if (!before) return put(deps, item, 'attribute_not_exists(pk)')
  const { asked, head } = before
  const names = { '#sequence': 'sequence' }
  const values = { ':sequence': head.sequence }
  const wakes = toWake({ ...before, ...after }, at).length > 0 ? { wakes: true } : {}
  return asked === undefined
    ? put(deps, item, '#sequence = :sequence AND attribute_not_exists(asked)', values, names)
    : put(
        deps,
        { ...item, asked, ...wakes },
        '#sequence = :sequence AND asked = :asked',
        { ...values, ':asked': asked },
        names,
      )
}

/** The waits whose workflows have something to do, as the record is now. */
export function toWake(theCase: Loaded, at: Instant): { of: Asking; token: string }[] {
  const { id: caseId, openWait, openSubstitutionWait } = theCase
  const asleep = [
    { of: 'stage' as const, wait: openWait, seen: theCase },
    { of: 'substitution' as const, wait: openSubstitutionWait, seen: substituting(theCase) },
  ]
  return asleep.flatMap(({ of, wait, seen }) =>
    wait && !stillWaits(seen, { ...wait, caseId }, at) ? [{ of, token: wait.token }] : [],
  )
}

/**
 * Loads, decides and commits; when somebody else wrote first, again from the load.
 * @param from the case as it was just loaded or left: what is decided on it is only written if it is so still
 */
export function change(
  deps: Deps,
  caseId: string,
  decide: (theCase: Loaded) => CaseEvent[] | Promise<CaseEvent[]>,
  { by, at, load = [], from }: { by: Actor; at: Instant; load?: KeyedNoun[]; from?: Loaded | undefined },
): Promise<Loaded> {
  let left = from
  return untilNobodyElseWrote(async () => {
    const before = left ?? (await loadCase(deps, caseId, load))
    left = undefined
    return commit(deps, { caseId, before, events: await decide(before), by, at })
  })
}
