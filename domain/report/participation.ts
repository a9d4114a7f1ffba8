import type { Case } from '../case/case.ts'
import { participation as inCase } from '../nomination/participation.ts'

/** What a practice did in the cases it was invited to. */
export interface Participation {
  practiceId: string
  /** Cases whose nominations it was invited to. */
  invited: number
  /** Of these: in how many it nominated, said that it would not, did neither, or still has time to answer. */
  nominated: number
  declined: number
  unanswered: number
  asked: number
  /** Seats on panels that its nominees have. */
  seats: number
}

const counted = { nominated: 'nominated', declined: 'declined', 'no answer': 'unanswered', asked: 'asked' } as const

/** How far each practice took part in these cases (requirements §9, §11.2), by practice: what each case's list says, added up. */
export function participation(cases: readonly Case[]): Participation[] {
  const found = new Map<string, Participation>()
  for (const [practiceId, { answer, seats }] of cases.flatMap((theCase) => Object.entries(inCase(theCase)))) {
    const none = { practiceId, invited: 0, nominated: 0, declined: 0, unanswered: 0, asked: 0, seats: 0 }
    const before = found.get(practiceId) ?? none
    const did = counted[answer]
    const more = { invited: before.invited + 1, [did]: before[did] + 1, seats: before.seats + seats }
    found.set(practiceId, { ...before, ...more })
  }
  return [...found.values()].sort((a, b) => (a.practiceId < b.practiceId ? -1 : 1))
}
