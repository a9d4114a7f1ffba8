import { Hono } from 'hono'
import { z } from 'zod'
import { problem } from '../../functions/api/errors.ts'
import type { Message, Outbox } from '../mail/outbox.ts'
import { escapeHtml, page, pageHeaders } from '../page.ts'

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().max(100).optional(),
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
    const { messages, next } = await outbox.list(querySchema.catch({ limit: 50 }).parse(c.req.query()))
    return c.body(page('Outbox', outboxPage(messages, next)), 200, pageHeaders)
  })

  routes.get('/local/outbox/:file{.+\\.eml}', async (c) => {
    const source = await outbox.source(c.req.param('file').slice(0, -'.eml'.length))
    if (source === undefined) return problem(c, 'NotFound', 'There is nothing here', 404, 'There is no such message.')
    return c.body(source, 200, { 'content-type': 'message/rfc822', 'x-content-type-options': 'nosniff' })
  })

  return routes
}

function outboxPage(messages: Message[], next: string | undefined): string {
  const older = next ? `<p><a href="/local/outbox.html?before=${escapeHtml(next)}">Older messages</a></p>` : ''
  return `<h1>Outbox</h1>
<p class="note">Mail that would have been sent. Nothing leaves this computer.</p>
${messages.length === 0 ? '<p>No mail has been sent yet.</p>' : messages.map(article).join('\n')}
${older}`
}

function article({ id, to, subject, text, sentAt }: Message): string {
  return `<article><h2>${escapeHtml(subject)}</h2>
<p>To ${escapeHtml(to)}, <time datetime="${sentAt}">${sentAt.slice(0, 16).replace('T', ' at ')} UTC</time>
(<a href="/local/outbox/${id}.eml">source</a>)</p>
<pre>${escapeHtml(text)}</pre></article>`
}
