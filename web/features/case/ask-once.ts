import { type ask as Ask, Problem } from '../../api.ts'
import { fitting } from '../../fitting.ts'
import { forgetIn, keepIn, keptIn, type Place, tab } from '../../storage.ts'

/**
 * Sends a command under an idempotency key that stays the same as long as the same body goes to the same path without an
 * answer, even after a reload: a command whose answer was lost is done once. Another body is another command.
 * @throws Problem
 */
export async function askOnce<Answer>(
  ask: typeof Ask,
  path: string,
  body: unknown,
  /** Where the key outlives the page. */
  place: Place = tab,
): Promise<Answer> {
  const name = `once:${path}`
  const request = JSON.stringify(body)
  const last = keptIn(place, name)
  const once = fitting(sent, last) && last.request === request ? last.once : crypto.randomUUID()
  keepIn(place, name, { request, once })
  try {
    const answer = await ask<Answer>(path, { command: { body, once } })
    forgetIn(place, name)
    return answer
  } catch (problem) {
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) forgetIn(place, name)
    throw problem
  }
}

/** The last command there that had no answer. */
const sent = { request: '', once: '' }
