import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { type Mail, withLink } from '../../functions/runtime/deps.ts'
import { isMissing, writeAtomically } from '../atomic-file.ts'

const messageSchema = z.object({
  id: z.string(),
  sentAt: z.iso.datetime(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
})

export type Message = z.infer<typeof messageSchema>

export interface Outbox extends Mail {
  /** Newest first. @param before the id that the page before ended with @param about a part of what a message says, or of whom it is to */
  list(options: {
    limit: number
    before?: string | undefined
    about?: string | undefined
  }): Promise<{ messages: Message[]; next?: string }>
  /** The message as it would have gone out (RFC 5322). */
  source(id: string): Promise<string | undefined>
}

const idShape = /^[0-9TZ]+-[0-9a-f-]+$/

/**
 * Mail that goes nowhere: each message is an `.eml` file, and beside it the same as data for the list. Ids begin with the
 * local clock's time, so that their order is the order of sending; no name or address stands in a file's name.
 */
export function openOutbox(folder: string, now: () => number, portal: string): Outbox {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  let sent = 0
  return {
    async send(mail) {
      const { to, subject } = mail
      const text = withLink(mail, portal)
      const date = new Date(now())
      const { message } = await transport.sendMail({
        from: 'Redesign Panels <panels@ferrowdale.example>',
        to,
        subject,
        text,
        date,
      })
      sent += 1
      const order = String(sent % 1_000_000).padStart(6, '0')
      const id = `${date.toISOString().replaceAll(/[^0-9TZ]/g, '')}-${order}-${randomUUID().slice(0, 8)}`
      const kept: Message = { id, sentAt: date.toISOString(), to, subject, text }
      await writeAtomically(join(folder, `${id}.eml`), Buffer.isBuffer(message) ? message : await textOf(message))
      await writeAtomically(join(folder, `${id}.json`), JSON.stringify(kept))
    },
    async list({ limit, before, about = '' }) {
      const ids = (await names(folder)).sort().reverse()
      const found: Message[] = []
      for (const id of ids.filter((one) => before === undefined || one < before)) {
        const message = await read(folder, id)
        if (says(message, about.toLowerCase())) found.push(message)
        if (found.length > limit) break
      }
      const messages = found.slice(0, limit)
      const next = found.length > limit ? messages.at(-1)?.id : undefined
      return { messages, ...(next && { next }) }
    },
    async source(id) {
      if (!idShape.test(id)) return undefined
      try {
        return await readFile(join(folder, `${id}.eml`), 'utf8')
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder)
    return files.filter((file) => file.endsWith('.json') && !file.startsWith('.')).map((file) => file.slice(0, -5))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

const says = ({ to, subject, text }: Message, about: string): boolean =>
  [to, subject, text].some((one) => one.toLowerCase().includes(about))

async function read(folder: string, id: string): Promise<Message> {
  return messageSchema.parse(JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')))
}

async function textOf(message: AsyncIterable<unknown>): Promise<string> {
  let text = ''
  for await (const chunk of message) text += String(chunk)
  return text
}
