import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { holds, updated } from './expression.ts'

type Item = Record<string, unknown> & { pk: string; sk: string }
type Key = { pk: string; sk: string }
interface Conditional {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
}
interface Query extends Conditional {
  KeyConditionExpression: string
  FilterExpression?: string
  Limit?: number
  ScanIndexForward?: boolean
  ExclusiveStartKey?: Key
}
interface Partition {
  owner: object
  items: Map<string, Item>
  sorted?: string[] | undefined
}

/** What a table held at some moment. */
export type Kept = ReadonlyMap<string, Partition>

/**
 * DynamoDB in this process: what the product asks of a table, and nothing else. It can be kept as it is and brought back, at
 * once, so that many worlds can go on from the same moment. The journeys hold the product against a real table.
 */
export class MemoryTable {
  /** Every write in order, for the stream. */
  readonly written: { before: Item | undefined; after: Item | undefined }[] = []
  readonly client: DynamoDBDocumentClient
  #partitions = new Map<string, Partition>()
  #owner = {}

  constructor() {
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        region: 'eu-west-2',
        endpoint: 'http://127.0.0.1:1',
        credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
      }),
    )
    const send = async (command: { constructor: { name: string }; input: unknown }) =>
      this.#answer(command.constructor.name, command.input)
    this.client = Object.assign(client, { send: send as never })
  }

  keep(): Kept {
    this.#owner = {}
    return new Map(this.#partitions)
  }

  /** Whether nothing was written since this was kept. */
  isAt(kept: Kept): boolean {
    if (kept.size !== this.#partitions.size) return false
    for (const [pk, partition] of this.#partitions) if (kept.get(pk) !== partition) return false
    return true
  }

  restore(kept: Kept): void {
    this.#owner = {}
    this.#partitions = new Map(kept)
    this.written.length = 0
  }

  /** Every item, whosever. */
  all(): Item[] {
    return [...this.#partitions.values()].flatMap(({ items }) => [...items.values()])
  }

  #answer(name: string, input: unknown): unknown {
    switch (name) {
      case 'GetCommand':
        return { Item: this.#get((input as { Key: Key }).Key) }
      case 'QueryCommand':
        return this.#query(input as Query)
      case 'PutCommand':
      case 'UpdateCommand':
      case 'DeleteCommand': {
        const one = { [name.replace('Command', '')]: input } as unknown as Write
        if (!this.#may(one)) throw named('ConditionalCheckFailedException')
        this.#do(one)
        return {}
      }
      case 'BatchWriteCommand': {
        const { RequestItems } = input as {
          RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Key } }[]>
        }
        for (const { PutRequest, DeleteRequest } of Object.values(RequestItems).flat())
          this.#do(PutRequest ? { Put: PutRequest } : { Delete: { Key: DeleteRequest?.Key as Key } })
        return {}
      }
      case 'BatchGetCommand': {
        const { RequestItems } = input as { RequestItems: Record<string, { Keys: Key[] }> }
        const found = Object.entries(RequestItems).map(([table, { Keys }]) => [
          table,
          Keys.flatMap((key) => this.#get(key) ?? []),
        ])
        return { Responses: Object.fromEntries(found) }
      }
      case 'TransactGetCommand': {
        const { TransactItems } = input as { TransactItems: { Get: { Key: Key } }[] }
        return { Responses: TransactItems.map(({ Get }) => ({ Item: this.#get(Get.Key) })) }
      }
      case 'TransactWriteCommand':
        return this.#transact((input as { TransactItems: Write[] }).TransactItems)
      default:
        throw new Error(`The table of the property tests does not know ${name}: teach it in memory-table.ts.`)
    }
  }

  #get({ pk, sk }: Key): Item | undefined {
    return this.#partitions.get(pk)?.items.get(sk)
  }

  #query(input: Query) {
    const { KeyConditionExpression, ExpressionAttributeNames: names, ExpressionAttributeValues: values = {} } = input
    if (input.FilterExpression !== undefined) throw new Error('A list is never filtered after it was read (design §3).')
    const [, variable = ''] = /^\s*#?\w+\s*=\s*(:\w+)/.exec(KeyConditionExpression) ?? []
    const partition = this.#partitions.get(String(values[variable]))
    if (!partition) return { Items: [], Count: 0 }
    partition.sorted ??= [...partition.items.keys()].sort()
    const forward = input.ScanIndexForward !== false
    const after = input.ExclusiveStartKey?.sk
    const keys = partition.sorted.filter((sk) => after === undefined || (forward ? sk > after : sk < after))
    if (!forward) keys.reverse()
    const found = keys.flatMap((sk) => {
      const item = partition.items.get(sk)
      return item && holds(KeyConditionExpression, item, { names, values }) ? [item] : []
    })
    const Items = input.Limit === undefined ? found : found.slice(0, input.Limit)
    const last = Items.at(-1)
    const more = input.Limit !== undefined && Items.length === input.Limit
    return {
      Items,
      Count: Items.length,
      ...(more && last && { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }),
    }
  }

  #transact(writes: Write[]) {
    const keys = writes.map((write) => JSON.stringify(keyOf(write)))
    if (writes.length > 100 || new Set(keys).size < keys.length) throw named('ValidationException')
    const reasons = writes.map((write) => ({ Code: this.#may(write) ? 'None' : 'ConditionalCheckFailed' }))
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw Object.assign(named('TransactionCanceledException'), { CancellationReasons: reasons })
    for (const write of writes) this.#do(write)
    return {}
  }

  #may(write: Write): boolean {
    const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = conditionOf(write)
    if (ConditionExpression === undefined) return true
    const bound = { names: ExpressionAttributeNames, values: ExpressionAttributeValues }
    return holds(ConditionExpression, this.#get(keyOf(write)) ?? {}, bound)
  }

  #do(write: Write): void {
    if ('ConditionCheck' in write) return
    const { pk, sk } = keyOf(write)
    const before = this.#get({ pk, sk })
    const after =
      'Put' in write
        ? plain(write.Put.Item)
        : 'Update' in write
          ? plain({ ...updated(before ?? {}, write.Update), pk, sk })
          : undefined
    const partition = this.#own(pk)
    if (after) partition.items.set(sk, after)
    else partition.items.delete(sk)
    if (!before !== !after) partition.sorted = undefined
    this.written.push({ before, after })
  }

  /** The partition, to be written to: what was kept stays as it was. */
  #own(pk: string): Partition {
    const known = this.#partitions.get(pk)
    if (known?.owner === this.#owner) return known
    const own = { owner: this.#owner, items: new Map(known?.items), sorted: known?.sorted }
    this.#partitions.set(pk, own)
    return own
  }
}

type Write =
  | { Put: Conditional & { Item: Item } }
  | { Update: Conditional & { Key: Key; UpdateExpression: string } }
  | { Delete: Conditional & { Key: Key } }
  | { ConditionCheck: Conditional & { Key: Key } }

function conditionOf(write: Write): Conditional {
  if ('Put' in write) return write.Put
  if ('Update' in write) return write.Update
  return 'Delete' in write ? write.Delete : write.ConditionCheck
}

function keyOf(write: Write): Key {
  const one = conditionOf(write) as { Item?: Key; Key: Key }
  const { pk, sk } = one.Item ?? one.Key
  return { pk, sk }
}

const named = (name: string): Error => Object.assign(new Error(name), { name })

/** As DynamoDB keeps it: without what is undefined, and nobody’s to change. */
const plain = (item: Item): Item => frozen(JSON.parse(JSON.stringify(item)) as Item)

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
