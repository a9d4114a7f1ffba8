import { type ask as Ask, Problem } from '../../api.ts'

/** Where keys outlive the page: this tab's storage. */
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Sends a command under an idempotency key that stays the same as long as the same body goes to the same path without an
 * answer, even after a reload: a command whose answer was lost is done once. Another body is another command.
 * @throws Problem
 */
export async function askOnce<Answer>(
  ask: typeof Ask,
  path: string,
  body: unknown,
  storage: Storage = sessionStorage,
): Promise<Answer> {
  const name = `redesign-panels:once:${path}`
  const request = JSON.stringify(body)
  const once = unanswered(storage.getItem(name), request) ?? crypto.randomUUID()
  storage.setItem(name, JSON.stringify({ request, once }))
  try {
    const answer = await ask<Answer>(path, { command: { body, once } })
    storage.removeItem(name)
    return answer
  } catch (problem) {
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) storage.removeItem(name)
    throw problem
  }
}

/** The key of the last command there that had no answer, if this is the same. */
function unanswered(kept: string | null, request: string): string | undefined {
  if (kept === null) return undefined
  const last = JSON.parse(kept) as { request: string; once: string }
  return last.request === request ? last.once : undefined
}
