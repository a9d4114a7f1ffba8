import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Person } from '../../domain/locality/locality.ts'
import type { Deps } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'

/** The stream delivers again for a day; the mark outlives it, and any wait. */
const KEPT_SECONDS = 2 * 365 * 24 * 3600

/**
 * Mails a person about one thing, once, however often and from whatever event it is tried. A mail that could not be sent
 * may be tried again.
 *
 * @param about names the thing, in identifiers
 */
export async function mailOnce(
  deps: Deps,
  { id, name, email }: Person,
  about: string,
  { subject, text, page }: { subject: string; text: string; page: string },
): Promise<void> {
  const Key = keys.told(id, about)
  const TableName = deps.table.name
  const expiresAt = Math.floor(Date.parse(deps.now()) / 1000) + KEPT_SECONDS
  try {
    await deps.table.client.send(
      new PutCommand({ TableName, Item: { ...Key, expiresAt }, ConditionExpression: 'attribute_not_exists(pk)' }),
    )
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return
    throw error
  }
  try {
    await deps.mail.send({ to: email, subject, text: `Dear ${name},\n\n${text}\n`, page })
  } catch (error) {
    await deps.table.client.send(new DeleteCommand({ TableName, Key }))
    throw error
  }
}
