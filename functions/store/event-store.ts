import type { Case } from '../../domain/case/case.ts'
import { type Entry, entrySchema, payloadSchema } from '../../domain/record/chain.ts'
import { type Export, FORMAT } from '../../domain/record/verify.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, nameUnder, prefixes } from './keys.ts'
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
    between(deps, keys.payload(caseId, first), keys.payload(caseId, last)),
  ])
  const bySequence = new Map(payloads.map((item) => [Number(nameUnder(prefixes.payloads(caseId), item)), item]))
  return entries.map((item) => {
    const entry = entryOf(caseId, item)
    const payload = bySequence.get(entry.sequence)
    return { entry, payload: payload ? payloadSchema.parse({ salt: payload['salt'], data: payload['data'] }) : null }
  })
}

/** One event with its payload; null where it has been erased. */
export async function eventAt(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  sequence: number,
): Promise<Export['events'][number] | undefined> {
  return (await readEvents(deps, caseId, { after: sequence - 1, limit: 1 }))[0]
}

/** The whole record of a case, for `npm run verify`. */
export async function exportRecord(deps: Pick<Deps, 'table'>, { id, head }: Case): Promise<Export> {
  const [entries, payloads] = await Promise.all([
    queryAll(deps, prefixes.events(id)),
    queryAll(deps, prefixes.payloads(id)),
  ])
  const bySequence = new Map(payloads.map((item) => [nameUnder(prefixes.payloads(id), item), item]))
  const events = entries.map((item) => {
    const payload = bySequence.get(nameUnder(prefixes.events(id), item))
    return {
      entry: entryOf(id, item),
      payload: payload ? payloadSchema.parse({ salt: payload['salt'], data: payload['data'] }) : null,
    }
  })
  return { format: FORMAT, caseId: id, head, events }
}
