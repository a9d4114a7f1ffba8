import type { Case } from '../case/case.ts'
import type { Export } from '../record/export.ts'
import { leftOf, replayLeft } from '../record/left.ts'
import type { RegisterPast } from '../register/past.ts'
import type { Instant } from '../time/instant.ts'
import { checkAgain } from './check.ts'
import { matterThen, rests, takingPart } from './verify-checks.ts'

/** What the record of the register tells of the checks of an intact record, in lines. */
export function checksInWords(record: Pick<Export, 'caseId' | 'events'>, past: RegisterPast): string[] {
  return [howMany(record, past), ...struckSince(record, past)]
}

/** How many of the checks of a case were made again from this record of the register. */
function howMany({ events }: Pick<Export, 'events'>, past: RegisterPast): string {
  const versions = events.flatMap(({ entry, payload }) =>
    entry.type === 'ConflictsChecked' && payload ? [(payload.data as { register: string }).register] : [],
  )
  const again = versions.filter((version) => past.eventsOf(version) !== undefined).length
  return again === versions.length
    ? `each of its ${again} checks for conflicts finds what the rules find in the register as it was then`
    : `${again} of its ${versions.length} checks for conflicts find what the rules find in the register as it was then; the record of the register ends before the others: export it again`
}

/**
 * Whoever was kept out of a draw by what has been struck out since: a mistake that was mended, or an entry that was to keep
 * them out. Both look alike in a record, so it is told, and not called wrong.
 */
function struckSince(record: Pick<Export, 'caseId' | 'events'>, past: RegisterPast): string[] {
  const said: string[] = []
  replayLeft(record, (left, event) => {
    const state = event.type === 'DrawCommitted' && leftOf(left, rests)
    if (!state || event.type !== 'DrawCommitted') return
    const before: Case = { ...state, id: record.caseId, head: { sequence: 0, hash: '' } }
    const [then, now] = [past.eventsUntil(event.at), past.events].map((events) =>
      barred(before, past, events, event.at),
    )
    const letIn = (then ?? []).filter((person) => !now?.includes(person))
    said.push(
      ...letIn.map(
        (person) =>
          `${person} was barred when draw ${event.data.terms.draw} was committed to, by what the register said then and does not say any more: look up in its record who entered it, and who struck it out, and why`,
      ),
    )
  })
  return said
}

/** Which of the nominees the rules bar, by the register after so many events. */
function barred(before: Case, past: RegisterPast, events: number, at: Instant): string[] {
  const matter = matterThen(before, past, { events, at })
  return Object.entries(takingPart(before)).flatMap(([person, facts]) =>
    checkAgain(person, facts, matter, before.conflicts?.standings[person]).result === 'barred' ? [person] : [],
  )
}
