import type { Recorded } from '../case/event.ts'
import type { Wait, WaitName } from './wait.ts'

export function evolveWait(wait: Wait | undefined, event: Recorded): Wait | undefined {
  switch (event.type) {
    case 'WaitOpened':
      return {
        ...{ automaticExtensions: 0, ...event.data, since: event.at, extensions: 0 },
        ...interruptedBy(wait, event.data.name, event.at),
      }
    case 'Reminded': {
      if (!wait || wait.name !== event.data.wait) return wait
      // A reminder by hand leaves the planned one in place.
      if ('person' in event.by) return { ...wait, remindedAt: event.at }
      const { remindAt: _, ...rest } = { ...wait, remindedAt: event.at }
      return event.data.chaseAt ? { ...rest, chaseAt: event.data.chaseAt } : rest
    }
    case 'DeadlineExtended': {
      if (!wait) return wait
      const { name, since, extensions, remindedAt, interrupted } = wait
      const { dueAt, remindAt } = event.data
      const automaticExtensions = wait.automaticExtensions + ('step' in event.by ? 1 : 0)
      const corrects = dueAt < wait.dueAt
      const extended = corrects ? wait.extended : 'person' in event.by && { at: event.at, from: wait.dueAt }
      return {
        ...{ name, since, dueAt, extensions: extensions + (corrects ? 0 : 1), automaticExtensions },
        ...(extended && { extended }),
        ...(remindAt === undefined ? {} : { remindAt }),
        ...(remindedAt === undefined ? {} : { remindedAt }),
        ...(interrupted && { interrupted }),
      }
    }
    case 'Escalated':
      return wait && { ...wait, escalatedAt: event.at, chaseAt: event.data.chaseAt }
    case 'StageEntered':
    case 'CaseEnded':
      return undefined
    default:
      return wait
  }
}

/** Compliance in the midst of the scoring takes none of the time for it (decision 25). */
function interruptedBy(before: Wait | undefined, name: WaitName, at: string): Pick<Wait, 'interrupted'> {
  if (!before || (name !== 'compliance' && name !== 'missing document')) return {}
  if (before.name !== 'scores') return before.interrupted ? { interrupted: before.interrupted } : {}
  const { dueAt, automaticExtensions } = before
  return { interrupted: { at, dueAt, automaticExtensions } }
}
