import type { Case } from '../../domain/case/case.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../runtime/deps.ts'
import { eventsSince } from '../store/event-store.ts'
import type { Approaching } from '../store/locality-store.ts'
import { countsDeeds } from './access.ts'

/**
 * Refuses a command when the case has changed since the version that its sender read. A version tells how much was done in the
 * case, so only people who may see that can send one (requirements §4, §6).
 */
export async function mustBeFresh(given: Deps, known: Approaching, theCase: Case, versionRead: number): Promise<void> {
  if (!countsDeeds(known, theCase))
    throw new Refusal(
      'Invalid',
      'You are not shown a version of this case. Nothing was changed. Send this without one.',
      [{ path: ['if-match'], message: 'Leave it out' }],
    )
  if (versionRead !== theCase.head.sequence) throw await stale(given, theCase, versionRead)
}

async function stale(given: Deps, theCase: Case, versionRead: number): Promise<Refusal> {
  if (versionRead < 1 || versionRead > theCase.head.sequence)
    return new Refusal(
      'Invalid',
      'This case never had the version you say you read. Nothing was changed. Load it again.',
      [{ path: ['if-match'], message: 'Send the ETag that the case was read with' }],
    )
  const changes = await eventsSince(given, theCase.id, versionRead)
  const faults = changes.map(({ sequence, type, at }) => ({ path: ['changes', sequence], message: `${type}, ${at}` }))
  return new Refusal(
    'Stale',
    `This case has changed since you read it: ${changes.map(({ type }) => type).join(', ')}. Nothing was changed. Check the case again, then repeat what you did.`,
    faults,
  )
}
