import type { Case } from '../case/case.ts'
import type { Fault } from '../refusal.ts'
import { chair as chairOf } from './panel.ts'
import { votingIn } from './voting.ts'

/** Who took part in what the panel agreed without a vote, as its chair records it. */
interface Attended {
  chair: string
  present: readonly string[]
  /** Who may take part, and make up the quorum. */
  members: readonly string[]
  /** What is said of anybody else. */
  others: string
}

/**
 * What the panel agrees in a meeting takes its quorum and its chair. A chair who is not among those who may take part leads
 * the meeting all the same, and does not count.
 */
export function attendanceFaults(theCase: Case, { chair, present, members, others }: Attended): Fault[] {
  const { quorum } = votingIn(theCase)
  const counted = present.filter((person) => members.includes(person))
  return [
    ...(present.some((person) => person !== chair && !members.includes(person))
      ? [{ path: ['present'], message: others }]
      : []),
    ...(present.includes(chair)
      ? []
      : [
          {
            path: ['present'],
            message:
              chairOf(theCase.panel) === chair
                ? 'The chair must take part'
                : 'You must take part: you lead in the chair’s place',
          },
        ]),
    ...(counted.length < quorum ? [{ path: ['present'], message: `At least ${quorum} members must take part` }] : []),
  ]
}
