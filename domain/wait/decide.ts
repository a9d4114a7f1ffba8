import type { Case } from '../case/case.ts'
import type { Circumstances } from '../case/event.ts'
import type { Party } from '../case/party.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { dueBefore } from '../time/before.ts'
import { monthsAfter } from '../time/day.ts'
import { dueAfter, happened, hours, type Period, told } from '../time/deadline.ts'
import { endOf, type Instant, londonDate } from '../time/instant.ts'
import { fixedWaits, unmovedWaits, type Wait, type WaitName } from './wait.ts'

export type WaitEvent =
  | { type: 'WaitOpened'; data: { name: WaitName; remindAt?: Instant; dueAt: Instant; automaticExtensions?: number } }
  | { type: 'Reminded'; data: { wait: WaitName; who: Party[]; chaseAt?: Instant; reason?: string } }
  | { type: 'DeadlineExtended'; data: { wait: WaitName; dueAt: Instant; remindAt?: Instant; reason: string } }
  | { type: 'Escalated'; data: { wait: WaitName; because: string; chaseAt: Instant } }

export type WaitCommand =
  | { type: 'ExtendDeadline'; dueAt: Instant; reason: string }
  /** A reminder by hand. */
  | { type: 'Remind'; who: Party[]; reason: string }

/** Opens a wait of `period`, with a reminder shortly before it ends (R0 `remindBefore`) or at `remindAfter`. */
export function openWait(
  theCase: Pick<Case, 'ruleBook'>,
  name: WaitName,
  at: Instant,
  period: Period,
  remindAfter?: Period,
): WaitEvent {
  return openWaitUntil(theCase, name, at, dueAfter(at, period), remindAfter && dueAfter(at, remindAfter))
}

/** Opens a wait whose end is reckoned otherwise, such as by the law. Nobody is reminded of a wait that waits for nobody. */
export function openWaitUntil(
  theCase: Pick<Case, 'ruleBook'>,
  name: WaitName,
  at: Instant,
  dueAt: Instant,
  remindAt = fixedWaits.includes(name) ? undefined : remindBefore(theCase, at, dueAt),
): Extract<WaitEvent, { type: 'WaitOpened' }> {
  return { type: 'WaitOpened', data: { name, dueAt, ...(remindAt === undefined ? {} : { remindAt }) } }
}

/** When to remind of a deadline (R0 `remindBefore`). A reminder that would come at once is none. */
export function remindBefore({ ruleBook }: Pick<Case, 'ruleBook'>, from: Instant, dueAt: Instant): Instant | undefined {
  const remindAt = dueBefore(dueAt, ruleBook.remindBefore)
  return remindAt > from ? remindAt : undefined
}

export function extension(theCase: Case, wait: Wait, at: Instant, dueAt: Instant, reason: string): WaitEvent {
  const remindAt = remindBefore(theCase, at, dueAt)
  return {
    type: 'DeadlineExtended',
    data: { wait: wait.name, dueAt, reason, ...(remindAt === undefined ? {} : { remindAt }) },
  }
}

export function escalation(theCase: Case, wait: Pick<Wait, 'name'>, at: Instant, because: string): WaitEvent {
  return { type: 'Escalated', data: { wait: wait.name, because, chaseAt: dueAfter(at, theCase.ruleBook.chaseEvery) } }
}

/** Too much e-mail buries what matters (requirements §1): a day passes between one reminder and one by hand. */
export const betweenReminders = hours(24)

function mustBeDueAReminder({ remindedAt }: Wait, at: Instant): void {
  if (remindedAt === undefined) return
  const again = dueAfter(remindedAt, betweenReminders)
  refuseUnless(
    at >= again,
    'TooEarly',
    `They were reminded at ${happened(remindedAt)}. You can send another reminder from ${told(again)}.`,
  )
}

/** How far ahead a deadline may be set, as a meeting may. */
const MOST_MONTHS_AHEAD = 24

/** For how long an extension can be corrected to an earlier time. People who relied on it have as long left at least. */
const correctable = hours(24)

/** @throws Refusal where a deadline is no later than it was, and corrects no extension of the last day; or is far ahead */
function mustMoveTo({ dueAt: before, extended }: Wait, dueAt: Instant, at: Instant): void {
  const fault = (choose: string, message: string) =>
    new Refusal('Invalid', `The deadline is ${told(before)}. Choose ${choose}.`, [{ path: ['dueAt'], message }])
  const latest = endOf(monthsAfter(londonDate(at), MOST_MONTHS_AHEAD))
  if (dueAt > latest)
    throw fault(
      'one within the next two years',
      `Enter a time within the next two years, no later than ${told(latest)}`,
    )
  if (dueAt > before && dueAt > at) return
  if (!extended || at >= dueAfter(extended.at, correctable))
    throw fault('a later one', `Enter a time after ${told(before > at ? before : at)}`)
  const soonest = dueAfter(at, correctable)
  const least = extended.from > soonest ? extended.from : soonest
  if (dueAt < least || dueAt === before)
    throw fault('a later one', `To correct the extension, enter another time, from ${told(least)}`)
}

export function decideWait(theCase: Case, command: WaitCommand, { at }: Circumstances): WaitEvent[] {
  const { wait } = theCase.life
  refuseUnless(wait, 'WrongStage', 'This case is not waiting for anyone at the moment. Check it again in a minute.')
  switch (command.type) {
    case 'ExtendDeadline':
      refuseUnless(
        !unmovedWaits.includes(wait.name),
        'NotAllowed',
        `The ${wait.name} cannot be extended. We do not set its length.`,
      )
      mustMoveTo(wait, command.dueAt, at)
      return [extension(theCase, wait, at, command.dueAt, command.reason)]
    case 'Remind':
      refuseUnless(
        command.who.length > 0,
        'AlreadyDone',
        'The case is not waiting for anyone, so there is nobody to remind.',
      )
      mustBeDueAReminder(wait, at)
      return [{ type: 'Reminded', data: { wait: wait.name, who: command.who, reason: command.reason } }]
  }
}
