import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Tells } from '../../domain/message/message.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import { addMilliseconds, type Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys, prefixes } from './keys.ts'
import { queryAll } from './query.ts'

type Store = Pick<Deps, 'table'>

/**
 * What is to be sent by email, and was not yet: an event of a case that tells of something, an entry of the register, or a monthly
 * report. Of a case it is written with the event, and it is deleted once all were mailed: so nothing that the record says was told is
 * forgotten, whatever fails on the way.
 */
export type Unsent = { at: Instant } & (
  | { kind: 'case'; caseId: string; sequence: number; type: Tells }
  | { kind: 'register'; sequence: number; type: RegisterEvent['type'] }
  | { kind: 'report'; month: string }
)

/** Until then the stream consumer may be at it. */
const SENDING_MILLISECONDS = 15 * 60_000

export const unsentItem = (unsent: Unsent): Record<string, unknown> => ({ ...keyOf(unsent), ...unsent })

export async function noteUnsent({ table }: Store, unsent: Unsent): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: unsentItem(unsent) }))
}

export async function forgetUnsent({ table }: Store, unsent: Unsent): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key: keyOf(unsent) }))
}

/** What should have been sent by now: one Query. */
export async function readUnsent(store: Store, now: Instant): Promise<Unsent[]> {
  const items = (await queryAll(store, prefixes.unsent)) as (Unsent & { pk: string; sk: string })[]
  const overdue = items.filter(({ at }) => at <= addMilliseconds(now, -SENDING_MILLISECONDS))
  return overdue.map(({ pk: _, sk: __, ...unsent }) => unsent)
}

function keyOf(unsent: Unsent): { pk: string; sk: string } {
  switch (unsent.kind) {
    case 'case':
      return keys.unsent(unsent.caseId, unsent.sequence)
    case 'register':
      return keys.unsent('register', unsent.sequence)
    case 'report':
      return keys.unsent('report', unsent.month)
  }
}
