import { BatchGetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../runtime/deps.ts'
import { inBatches, untilDone } from './batch.ts'
import { joined } from './parts.ts'

type Store = Pick<Deps, 'table'>
type Item = Record<string, unknown>
type Key = { pk: string; sk: string }
export interface Prefix {
  pk: string
  sk?: string
}

/** A part of a partition: the sort keys from one to another, both included. */
export interface Span {
  from: string
  to: string
}

type Part = Prefix & { span?: Span | undefined }

function expression({ pk, sk, span }: Part) {
  if (span)
    return {
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': span.from, ':to': span.to },
    }
  return {
    KeyConditionExpression: sk === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': pk, ...(sk === undefined ? {} : { ':sk': sk }) },
  }
}

/**
 * Puts the keys of an item in order, at every level. DynamoDB keeps no order in a map, and each read may give another: in
 * order, what is read twice gives the same bytes, so nothing can be learnt from them, and a step that is tried again decides
 * the same.
 */
export function inKeyOrder(item: Item): Item {
  return Object.fromEntries(
    Object.keys(item)
      .sort()
      .map((key) => [key, ordered(item[key])]),
  )
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  const plain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return plain ? inKeyOrder(value as Item) : value
}

/**
 * Every item under a prefix, or of a span, read consistently, in key order: as many pages as DynamoDB makes of them. What lies in
 * several items is one.
 */
export async function queryAll(store: Store, prefix: Part): Promise<Item[]> {
  const { table } = store
  const items: Item[] = []
  const input = { TableName: table.name, ConsistentRead: true, ...expression(prefix) }
  for await (const page of paginateQuery({ client: table.client }, input))
    items.push(...(page.Items ?? []).map(inKeyOrder))
  return whole(store, items)
}

/** DynamoDB's limit on the items of one request. */
const MOST_AT_ONCE = 100

/**
 * The items at these keys that there are, read consistently, in any order: one request for a hundred of them, and another for the rest
 * of what lies in several.
 */
export const getAll = async (store: Store, wanted: Key[]): Promise<Item[]> => whole(store, await each(store, wanted))

async function whole(store: Store, items: Item[]): Promise<Item[]> {
  const { missing } = joined(items)
  return joined(missing.length > 0 ? [...items, ...(await each(store, missing))] : items).whole
}

async function each({ table }: Store, wanted: Key[]): Promise<Item[]> {
  const items: Item[] = []
  for (const batch of inBatches<Item>(wanted, MOST_AT_ONCE))
    await untilDone(batch, async (Keys) => {
      const answer = await table.client.send(
        new BatchGetCommand({ RequestItems: { [table.name]: { Keys, ConsistentRead: true } } }),
      )
      items.push(...(answer.Responses?.[table.name] ?? []).map(inKeyOrder))
      return answer.UnprocessedKeys?.[table.name]?.Keys ?? []
    })
  return items
}

/** One page of the items under a prefix, in key order. @param after the sort key that the page before ended with */
export async function queryPage(
  { table }: Store,
  prefix: Part,
  { limit, after, newestFirst = false }: { limit: number; after?: string | undefined; newestFirst?: boolean },
): Promise<{ items: Item[]; next?: string }> {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      ScanIndexForward: !newestFirst,
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk: prefix.pk, sk: after } }),
      ...expression(prefix),
    }),
  )
  const next = page.LastEvaluatedKey?.['sk'] as string | undefined
  return { items: (page.Items ?? []).map(inKeyOrder), ...(next === undefined ? {} : { next }) }
}

/** Every item from one key to another, both included, read consistently, in key order. */
export const between = (
  store: Store,
  { pk, sk: from }: { pk: string; sk: string },
  { sk: to }: { sk: string },
): Promise<Item[]> => queryAll(store, { pk, span: { from, to } })
