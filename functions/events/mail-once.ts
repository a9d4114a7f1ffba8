import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Person } from '../../domain/locality/locality.ts'
import type { Deps, MailMessage } from '../runtime/deps.ts'
import { keys } from '../store/keys.ts'
import { tryEach } from './try-each.ts'

/** How long the mark of an email is kept: longer than any wait, and than the day for which the stream delivers again. */
const KEPT_SECONDS = 2 * 365 * 24 * 3600

/** A mail that is written to each of several people alike. */
export type MailAbout = Omit<MailMessage, 'to'>

/** Somebody's mailbox, or all mail, failed: nothing else did. */
class MailFailed extends Error {
  override name = 'MailFailed'
}

/** Whether mail that failed is all that went wrong. */
export const isOfMail = (error: unknown): boolean =>
  error instanceof AggregateError ? error.errors.every(isOfMail) : error instanceof MailFailed

/**
 * Mails people about one thing, each once, however often and from whatever event it is tried. Who was mailed is noted
 * afterwards: whatever is stopped in between tells somebody twice rather than never. A mailbox that fails keeps nobody else
 * waiting, and may be tried again.
 *
 * @param about names the thing, in identifiers
 * @throws AggregateError after all were tried
 */
export async function mailOnce(deps: Deps, people: Iterable<Person>, about: string, mail: MailAbout): Promise<void> {
  await tryEach(people, (person) => mailOneOnce(deps, person, about, mail))
}

async function mailOneOnce(deps: Deps, { id, name, email }: Person, about: string, mail: MailAbout): Promise<void> {
  const Key = keys.told(id, about)
  const TableName = deps.table.name
  const { Item: told } = await deps.table.client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  if (told) return
  try {
    await deps.mail.send({ ...mail, to: email, text: `Dear ${name},\n\n${mail.text}\n` })
  } catch (error) {
    // Without what the mail service says: it names the address.
    throw new MailFailed(`The person “${id}” could not be mailed: ${(error as Error).name}.`)
  }
  const expiresAt = Math.floor(Date.parse(deps.now()) / 1000) + KEPT_SECONDS
  await deps.table.client.send(new PutCommand({ TableName, Item: { ...Key, expiresAt } }))
}
