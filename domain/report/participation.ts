import type { Case } from '../case/case.ts'

/** What a practice did in the cases it was invited to. */
export interface Participation {
  practiceId: string
  /** Cases whose nominations it was invited to. */
  invited: number
  /** Of these: in how many it nominated, said that it would not, or did neither. */
  nominated: number
  declined: number
  unanswered: number
  /** Seats on panels that its nominees took. */
  seats: number
}

/** How far each practice took part in these cases (requirements §9, §11.2), by practice. */
export function participation(cases: readonly Case[]): Participation[] {
  const found = new Map<string, Participation>()
  for (const { nomination, panel } of cases) {
    if (!nomination) continue
    const nominees = Object.entries(nomination.nominees)
    for (const practiceId of nomination.practices) {
      const theirs = nominees.filter(([, nominee]) => nominee.practiceId === practiceId)
      const before = found.get(practiceId) ?? {
        ...{ practiceId, invited: 0, nominated: 0, declined: 0, unanswered: 0, seats: 0 },
      }
      const did = theirs.length > 0 ? 'nominated' : nomination.declined.includes(practiceId) ? 'declined' : 'unanswered'
      const seats = theirs.filter(([person]) => panel?.seats[person]?.status === 'accepted').length
      found.set(practiceId, {
        ...before,
        invited: before.invited + 1,
        [did]: before[did] + 1,
        seats: before.seats + seats,
      })
    }
  }
  return [...found.values()].sort((a, b) => (a.practiceId < b.practiceId ? -1 : 1))
}
