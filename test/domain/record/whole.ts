import type { CaseEvent } from '../../../domain/case/event.ts'
import type { Actor } from '../../../domain/case/party.ts'
import { chain, GENESIS, type Head } from '../../../domain/record/chain.ts'
import { type Export, FORMAT } from '../../../domain/record/export.ts'
import { accepted, manager, monday } from '../story.ts'

const caseId = 'c000000000001'

/** @param others who did it, by place, where it was not the manager */
export function recordOf(events: CaseEvent[], others: Record<number, Actor> = {}): Export {
  let head: Head = GENESIS
  const entries = events.map((event, index) => {
    const payload = { salt: String(index).padStart(32, '0'), data: event.data }
    const entry = chain(head, { caseId, at: monday, by: others[index] ?? manager, type: event.type }, payload)
    head = { sequence: entry.sequence, hash: entry.hash }
    return { entry, payload }
  })
  return { format: FORMAT, caseId, head, events: entries }
}

/** A record with nothing wrong. */
export const whole = recordOf([
  ...accepted,
  { type: 'CasePaused', data: { reason: 'Holidays' } },
  { type: 'CaseResumed', data: { reason: 'Back', attempt: 3 } },
])
