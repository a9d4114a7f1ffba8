import type { Case } from '../../domain/case/case.ts'
import { type Entry, entrySchema, type Payload } from '../../domain/record/chain.ts'
import { type Export, FORMAT } from '../../domain/record/export.ts'
import { keepsDeedsSealed, mustNotBeTold } from '../../domain/tender/sealed-deeds.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, nameUnder, prefixes } from './keys.ts'
import { payloadIn } from './payload.ts'
import { between, queryAll } from './query.ts'

const entryOf = (caseId: string, { pk: _, sk: __, ...rest }: Record<string, unknown>): Entry =>
  entrySchema.parse({ caseId, ...rest })

/** The entries after a head, oldest first; at most 50 of them. */
export async function eventsSince(deps: Pick<Deps, 'table'>, caseId: string, sequence: number): Promise<Entry[]> {
  const items = await between(deps, keys.event(caseId, sequence + 1), keys.event(caseId, sequence + 50))
  return items.map((item) => entryOf(caseId, item))
}

/** The entry of an event of this type at this instant: where on the record something stands that the state tells of. */
export async function entryAt(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  type: Entry['type'],
  at: string,
): Promise<Entry | undefined> {
  const items = await queryAll(deps, prefixes.events(caseId))
  const item = items.findLast((one) => one['type'] === type && one['at'] === at)
  return item && entryOf(caseId, item)
}

/** One page of the record with its payloads, oldest first; an erased payload is null. */
export async function readEvents(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  { after, limit }: { after: number; limit: number },
): Promise<Export['events']> {
  const [first, last] = [after + 1, after + limit]
  const [entries, payloads] = await Promise.all([
    between(deps, keys.event(caseId, first), keys.event(caseId, last)),
    payloadsBetween(deps, caseId, first, last),
  ])
  return entries.map((item) => {
    const entry = entryOf(caseId, item)
    return { entry, payload: payloads.get(entry.sequence) ?? null }
  })
}

/** By sequence; an erased one is not among them. */
async function payloadsBetween(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  first: number,
  last: number,
): Promise<Map<number, Payload>> {
  if (last < first) return new Map()
  const items = await between(deps, keys.payload(caseId, first), keys.payload(caseId, last))
  return new Map(items.map((item) => [Number(nameUnder(prefixes.payloads(caseId), item)), payloadIn(item)]))
}

/**
 * A page of the timeline, for everybody who may see the case. While bidders' deeds are sealed, they are left out, and
 * what is shown is numbered as it is shown: a gap in the numbers would tell that a tender has arrived.
 */
export async function readTimeline(
  deps: Pick<Deps, 'table'>,
  theCase: Case,
  { after, limit }: { after: number; limit: number },
): Promise<{ events: (Export['events'][number] & { place: number })[]; next?: number }> {
  const { id, head } = theCase
  if (!keepsDeedsSealed(theCase)) {
    const left = Math.min(limit, head.sequence - after)
    const events = left > 0 ? await readEvents(deps, id, { after, limit: left }) : []
    const last = events.at(-1)?.entry.sequence ?? head.sequence
    return {
      events: events.map((event) => ({ ...event, place: event.entry.sequence })),
      ...(last < head.sequence && { next: last }),
    }
  }
  const entries = await between(deps, keys.event(id, 1), keys.event(id, head.sequence))
  const told = entries.map((item) => entryOf(id, item)).filter((entry) => !mustNotBeTold(theCase, entry))
  const page = told.slice(after, after + limit)
  const payloads = await payloadsBetween(deps, id, page[0]?.sequence ?? 1, page.at(-1)?.sequence ?? 0)
  return {
    events: page.map((entry, index) => ({
      ...{ entry, place: after + index + 1 },
      payload: payloads.get(entry.sequence) ?? null,
    })),
    ...(after + page.length < told.length && { next: after + page.length }),
  }
}

/** One event with its payload; null where it has been erased. */
export async function eventAt(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  sequence: number,
): Promise<Export['events'][number] | undefined> {
  return (await readEvents(deps, caseId, { after: sequence - 1, limit: 1 }))[0]
}

/** The whole record of a case as it was loaded, for `npm run verify`: what came after is left out. */
export async function exportRecord(deps: Pick<Deps, 'table'>, { id, head }: Case): Promise<Export> {
  const [entries, payloads] = await Promise.all([
    queryAll(deps, prefixes.events(id)),
    queryAll(deps, prefixes.payloads(id)),
  ])
  const bySequence = new Map(payloads.map((item) => [nameUnder(prefixes.payloads(id), item), item]))
  const events = entries.slice(0, head.sequence).map((item) => {
    const payload = bySequence.get(nameUnder(prefixes.events(id), item))
    return {
      entry: entryOf(id, item),
      payload: payload ? payloadIn(payload) : null,
    }
  })
  return { format: FORMAT, caseId: id, head, events }
}
