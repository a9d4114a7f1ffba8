import type { Person } from '../../domain/locality/locality.ts'
import type { Deps, MailMessage } from '../runtime/deps.ts'
import { inBatches, writeAll } from '../store/batch.ts'
import { keys } from '../store/keys.ts'
import { getAll } from '../store/query.ts'
import { tryEach } from './try-each.ts'

/** How long the mark of an email is kept: longer than any wait, and than the day for which the stream delivers again. */
const KEPT_SECONDS = 2 * 365 * 24 * 3600

/** A mail as it is written to whoever it is for. */
export type MailAbout = Omit<MailMessage, 'to'>

/** A mail to one person. */
export interface Letter {
  person: Person
  /** Names what it is about, in identifiers. */
  about: string
  mail: MailAbout
}

/** How many are sent before it is noted that they were: whatever stops it in between sends these twice. */
const AT_ONCE = 10

/** Somebody's mailbox, or all mail, failed: nothing else did. */
class MailFailed extends Error {
  override name = 'MailFailed'
}

/** Whether mail that failed is all that went wrong. */
export const isOfMail = (error: unknown): boolean =>
  error instanceof AggregateError ? error.errors.every(isOfMail) : error instanceof MailFailed

/**
 * Sends each person each letter once, however often and from whatever event it is tried. Who was mailed is noted afterwards, ten
 * at a time: whatever is stopped in between tells somebody twice rather than never. A mailbox that fails keeps nobody else
 * waiting, and may be tried again.
 *
 * @throws AggregateError after all were tried
 */
export async function mailOnce(deps: Deps, letters: readonly Letter[]): Promise<void> {
  const alike = Map.groupBy(letters, (letter) => nameOf(markOf(letter)))
  const each = [...alike.values()].flatMap(([first]) => first ?? [])
  await tryEach(inBatches(each, AT_ONCE), (batch) => mailThoseLeft(deps, batch))
}

async function mailThoseLeft(deps: Deps, letters: Letter[]): Promise<void> {
  const told = new Set((await getAll(deps, letters.map(markOf))).map((item) => nameOf(item as Mark)))
  const expiresAt = Math.floor(Date.parse(deps.now()) / 1000) + KEPT_SECONDS
  const marks: (Mark & { expiresAt: number })[] = []
  try {
    await tryEach(letters, async (letter) => {
      const mark = markOf(letter)
      if (told.has(nameOf(mark))) return
      await send(deps, letter)
      marks.push({ ...mark, expiresAt })
    })
  } finally {
    await writeAll(
      deps,
      marks.map((Item) => ({ PutRequest: { Item } })),
    )
  }
}

type Mark = ReturnType<typeof keys.told>
const markOf = ({ person, about }: Letter): Mark => keys.told(person.id, about)
const nameOf = ({ pk, sk }: Mark): string => `${pk} ${sk}`

async function send(deps: Deps, { person: { id, name, email }, mail }: Letter): Promise<void> {
  try {
    await deps.mail.send({ ...mail, to: email, text: `Dear ${name},\n\n${mail.text}\n` })
  } catch (error) {
    // Without what the mail service says: it names the address.
    throw new MailFailed(`The person “${id}” could not be mailed: ${(error as Error).name}.`)
  }
}
