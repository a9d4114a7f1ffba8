import { Refusal, refuseUnless } from '../refusal.ts'
import { dueAfter, told } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { LifeCommand, LifeEvent } from './decide.ts'
import { type Actor, type Party, personOf } from './party.ts'
import { isKept, keptUntil } from './retention.ts'

/** Events that are never erased: they say that something was erased, who asked and why. */
const neverErased = ['ErasureAsked', 'ErasureTakenBack', 'PayloadErased']

/**
 * Decides on erasing the content of an event. That takes an ended case and two people, each with a reason that stays on the
 * record: one person alone could take away the scores on which a decision rests (requirements §7, §8).
 */
export function decideErasure(
  theCase: Case,
  {
    type,
    sequence,
    reason,
    event,
  }: Extract<LifeCommand, { type: 'AskForErasure' | 'TakeBackErasure' | 'ErasePayload' }>,
  by: Actor,
  at: Instant,
): LifeEvent[] {
  const { life } = theCase
  refuseUnless(
    life.status === 'ended',
    'TooEarly',
    'The content of an event can be erased once the case has ended. Until then it is needed.',
  )
  if (!event)
    throw new Refusal('Invalid', 'There is no such event.', [
      { path: ['sequence'], message: `Enter a number from 1 to ${theCase.head.sequence}` },
    ])
  refuseUnless(
    !neverErased.includes(event.entry.type),
    'NotAllowed',
    'The record that something was erased, who asked for it, and why, is never erased.',
  )
  refuseUnless(event.payload !== null, 'AlreadyDone', 'The content of this event has already been erased.')
  const until = type === 'TakeBackErasure' ? undefined : keptUntil(theCase, event.entry.type)
  refuseUnless(
    until === undefined || at >= until,
    'TooEarly',
    `The decision rests on this event, so it must be kept for 3 years from the contract, or from the end of a case without one${until ? `: until ${told(until)}` : ''}.`,
  )
  const asked = life.erasures?.find((one) => one.sequence === sequence)
  if (type === 'AskForErasure') {
    refuseUnless(!asked, 'AlreadyDone', 'Somebody has already asked for this. A second person must agree.')
    return [{ type: 'ErasureAsked', data: { sequence, reason } }]
  }
  if (type === 'TakeBackErasure') {
    refuseUnless(asked, 'NotFound', 'Nobody asks for this any more, so there is nothing to take back.')
    refuseUnless(asked.by === personOf(by), 'NotAllowed', 'Only the person who asked for this can take it back.')
    return [{ type: 'ErasureTakenBack', data: { sequence, reason } }]
  }
  refuseUnless(
    asked,
    'TooEarly',
    'Nobody has asked for this yet. One person asks, with a reason, and a second person erases.',
  )
  refuseUnless(asked.by !== personOf(by), 'NotAllowed', 'You asked for this yourself, so a second person must agree.')
  refuseUnless(
    !isKept(theCase, event.entry.type) || ('person' in by && by.as === 'approver'),
    'NotAllowed',
    'The decision rests on this event. The company asks, and the approver agrees: nobody of the company can.',
  )
  return [{ type: 'PayloadErased', data: { sequence, reason } }]
}

/** What waits for a second person: how many events, since when, and by when they should agree or ask why. */
export interface ErasuresDue {
  count: number
  since: string
  dueAt: string
}

export function erasuresDue({ life, ruleBook }: Pick<Case, 'life' | 'ruleBook'>): ErasuresDue | undefined {
  const asked = life.status === 'ended' ? (life.erasures ?? []) : []
  const [first] = asked.toSorted((one, other) => (one.at < other.at ? -1 : 1))
  return first && { count: asked.length, since: first.at, dueAt: dueAfter(first.at, ruleBook.erasures.agreeWithin) }
}

/** Who may be the second person. */
export const agreeToErasures: readonly Party[] = [{ kind: 'programme-manager' }, { kind: 'approver' }]
