import type { ParticipationRow } from '../../../domain/case/listed.ts'

export interface Tally {
  practice: string
  invited: number
  nominated: number
  declined: number
  silent: number
  /** They still have time to answer. */
  asked: number
  seats: number
}

/** What each practice did in these cases together; who took part least comes first. */
export function tallyOf(rows: readonly Pick<ParticipationRow, 'practices'>[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const { practices } of rows)
    for (const [practice, { answer, seats }] of Object.entries(practices)) {
      const before = tallies.get(practice) ?? {
        practice,
        invited: 0,
        nominated: 0,
        declined: 0,
        silent: 0,
        asked: 0,
        seats: 0,
      }
      tallies.set(practice, {
        practice,
        invited: before.invited + 1,
        nominated: before.nominated + (answer === 'nominated' ? 1 : 0),
        declined: before.declined + (answer === 'declined' ? 1 : 0),
        silent: before.silent + (answer === 'no answer' ? 1 : 0),
        asked: before.asked + (answer === 'asked' ? 1 : 0),
        seats: before.seats + seats,
      })
    }
  return [...tallies.values()].sort(
    (one, other) => one.nominated - other.nominated || (one.practice < other.practice ? -1 : 1),
  )
}
