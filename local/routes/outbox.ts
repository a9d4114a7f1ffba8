import { Hono } from 'hono'
import { z } from 'zod'
import { problem } from '../../functions/api/errors.ts'
import type { Message, Outbox } from '../mail/outbox.ts'
import { escapeHtml, page, pageHeaders } from '../page.ts'

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().max(100).optional(),
  /** A part of the address, the subject or the text, in small or capital letters. */
  about: z.string().trim().max(200).optional(),
})

/** What was sent, newest first: as data, as a page, and each message as it would have gone out. */
export function outboxRoutes(outbox: Outbox): Hono {
  const routes = new Hono()

  routes.get('/local/outbox', async (c) => {
    const query = querySchema.safeParse(c.req.query())
    if (!query.success)
      return problem(c, 'Invalid', 'No such page of the outbox', 400, 'limit is a number from 1 to 200.')
    return c.json(await outbox.list(query.data))
  })

  routes.get('/local/outbox.html', async (c) => {
    const query = querySchema.catch({ limit: 20 }).parse({ limit: 20, ...c.req.query() })
    const { messages, next } = await outbox.list(query)
    return c.body(page('Outbox', outboxPage(messages, { next, ...query })), 200, pageHeaders)
  })

  routes.get('/local/outbox/:file{.+\\.eml}', async (c) => {
    const source = await outbox.source(c.req.param('file').slice(0, -'.eml'.length))
    if (source === undefined) return problem(c, 'NotFound', 'There is nothing here', 404, 'There is no such message.')
    return c.body(source, 200, { 'content-type': 'message/rfc822', 'x-content-type-options': 'nosniff' })
  })

  return routes
}

interface Shown {
  next: string | undefined
  before?: string | undefined
  about?: string | undefined
}

function outboxPage(messages: Message[], { next, before, about = '' }: Shown): string {
  const address = (more: Record<string, string>) =>
    escapeHtml(`/local/outbox.html?${new URLSearchParams({ ...(about && { about }), ...more })}`)
  const nothing = about ? `No mail has “${escapeHtml(about)}” in it.` : 'No mail has been sent yet.'
  return `<h1>Outbox</h1>
<p class="note">Mail that would have been sent, newest first. Nothing leaves this computer.</p>
<form class="search" role="search" action="/local/outbox.html"><label for="about">Find mail to somebody, or with these words</label>
<input id="about" name="about" value="${escapeHtml(about)}" autocomplete="off"><button class="button">Find</button>
${about ? '<p><a href="/local/outbox.html">Show all mail</a></p>' : ''}</form>
${messages.length === 0 ? `<p>${nothing}</p>` : messages.map(article).join('\n')}
${before ? `<p><a href="${address({})}">Newest messages</a></p>` : ''}
${next ? `<p><a href="${address({ before: next })}">Older messages</a></p>` : ''}
<p><a href="/">Back to the portal</a></p>`
}

/** As people in England read it. */
const sent = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'full', timeStyle: 'short' })

function article({ id, to, subject, text, sentAt }: Message): string {
  return `<article><h2>${escapeHtml(subject)}</h2>
<p>To ${escapeHtml(to)}, <time datetime="${sentAt}">${sent.format(new Date(sentAt))}</time>
(<a href="/local/outbox/${id}.eml">source</a>)</p>
<pre>${escapeHtml(text)}</pre></article>`
}
