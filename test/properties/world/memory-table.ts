import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { holds, updated } from './expression.ts'

type Item = Record<string, unknown> & { pk: string; sk: string }
type Key = { pk: string; sk: string }
interface Conditional {
  ConditionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Record<string, unknown>
  ReturnValues?: string
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

const conditional = ['ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues']
const written = [...conditional, 'ReturnValues']
/** What it knows of each request, besides the table's name and that it is read consistently, as it always is. */
const options: Record<string, readonly string[]> = {
  GetCommand: ['Key'],
  QueryCommand: [
    ...['KeyConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues', 'FilterExpression'],
    ...['Limit', 'ScanIndexForward', 'ExclusiveStartKey'],
  ],
  PutCommand: ['Item', ...written],
  UpdateCommand: ['Key', 'UpdateExpression', ...written],
  DeleteCommand: ['Key', ...written],
  BatchWriteCommand: ['RequestItems'],
  BatchGetCommand: ['RequestItems'],
  TransactGetCommand: ['TransactItems'],
  TransactWriteCommand: ['TransactItems'],
  Put: ['Item', ...conditional],
  Update: ['Key', 'UpdateExpression', ...conditional],
  Delete: ['Key', ...conditional],
  ConditionCheck: ['Key', ...conditional],
}

/** @throws Error where something is asked that the table would ignore */
function mustKnow(name: string, input: object): void {
  const known = options[name]
  if (!known) throw new Error(`The table of the property tests does not know ${name}: teach it in memory-table.ts.`)
  for (const [option, value] of Object.entries(input))
    if (value !== undefined && !['TableName', 'ConsistentRead', ...known].includes(option))
      throw new Error(
        `The table of the property tests does not know ${option} of ${name}: teach it in memory-table.ts.`,
      )
}

/** DynamoDB's limits, in bytes and requests; an item is measured by its JSON, which is about as long. */
const MOST_OF_AN_ITEM = 400 * 1024
const MOST_OF_A_PAGE = 1024 * 1024
const MOST_READ_AT_ONCE = 100
const MOST_WRITTEN_AT_ONCE = 25

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
    mustKnow(name, input as object)
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
        const { ReturnValues = 'NONE' } = conditionOf(one)
        if (!['NONE', 'ALL_OLD'].includes(ReturnValues)) throw new Error(`This table does not return ${ReturnValues}.`)
        const before = this.#do(one)
        return ReturnValues === 'ALL_OLD' && before ? { Attributes: before } : {}
      }
      case 'BatchWriteCommand': {
        const { RequestItems } = input as {
          RequestItems: Record<string, { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Key } }[]>
        }
        const requests = Object.values(RequestItems).flat()
        if (requests.length > MOST_WRITTEN_AT_ONCE) throw named('ValidationException')
        for (const { PutRequest, DeleteRequest } of requests)
          this.#do(PutRequest ? { Put: PutRequest } : { Delete: { Key: DeleteRequest?.Key as Key } })
        return {}
      }
      case 'BatchGetCommand': {
        const { RequestItems } = input as { RequestItems: Record<string, { Keys: Key[] }> }
        const asked = Object.values(RequestItems).flatMap(({ Keys }) => Keys.map((key) => JSON.stringify(key)))
        if (asked.length > MOST_READ_AT_ONCE || new Set(asked).size < asked.length) throw named('ValidationException')
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
        throw new Error(`The table of the property tests has no answer to ${name}.`)
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
    let bytes = 0
    // The item that fills a page is on it still.
    const full = found.findIndex((item) => {
      bytes += sizes.get(item) ?? 0
      return bytes > MOST_OF_A_PAGE
    })
    const most = Math.min(input.Limit ?? Number.POSITIVE_INFINITY, full < 0 ? Number.POSITIVE_INFINITY : full + 1)
    const Items = found.slice(0, most)
    const last = Items.at(-1)
    const more = Items.length === most
    return {
      Items,
      Count: Items.length,
      ...(more && last && { LastEvaluatedKey: { pk: last.pk, sk: last.sk } }),
    }
  }

  #transact(writes: Write[]) {
    for (const write of writes) for (const [name, input] of Object.entries(write)) mustKnow(name, input)
    const keys = writes.map((write) => JSON.stringify(keyOf(write)))
    if (writes.length > 100 || new Set(keys).size < keys.length) throw named('ValidationException')
    const reasons = writes.map((write) => ({ Code: this.#may(write) ? 'None' : 'ConditionalCheckFailed' }))
    if (reasons.some(({ Code }) => Code !== 'None'))
      throw Object.assign(named('TransactionCanceledException'), { CancellationReasons: reasons })
    const made = writes.map((write) => this.#madeBy(write))
    for (const [index, write] of writes.entries()) this.#do(write, made[index])
    return {}
  }

  #may(write: Write): boolean {
    const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = conditionOf(write)
    if (ConditionExpression === undefined) return true
    const bound = { names: ExpressionAttributeNames, values: ExpressionAttributeValues }
    return holds(ConditionExpression, this.#get(keyOf(write)) ?? {}, bound)
  }

  /** @returns what was there before */
  #do(write: Write, after = this.#madeBy(write)): Item | undefined {
    if ('ConditionCheck' in write) return undefined
    const { pk, sk } = keyOf(write)
    const before = this.#get({ pk, sk })
    const partition = this.#own(pk)
    if (after) partition.items.set(sk, after)
    else partition.items.delete(sk)
    if (!before !== !after) partition.sorted = undefined
    this.written.push({ before, after })
    return before
  }

  /** The item that there will be. @throws Error named `ValidationException` where it is too large */
  #madeBy(write: Write): Item | undefined {
    const { pk, sk } = keyOf(write)
    if ('Put' in write) return plain(write.Put.Item)
    return 'Update' in write ? plain({ ...updated(this.#get({ pk, sk }) ?? {}, write.Update), pk, sk }) : undefined
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
function plain(item: Item): Item {
  const text = JSON.stringify(item)
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_OF_AN_ITEM) throw named('ValidationException')
  const kept = frozen(JSON.parse(text) as Item)
  sizes.set(kept, bytes)
  return kept
}

/** How many bytes each item that is kept has. */
const sizes = new WeakMap<Item, number>()

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}
