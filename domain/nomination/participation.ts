import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { hasNominated } from './nomination.ts'

/** What one practice did in one case. */
export interface Participation {
  answer: 'nominated' | 'declined' | 'no answer'
  /** Its members on the panel, once the panel is formed. */
  seats: number
}

/** What each practice that was invited did (requirements §9: each practice's participation), by practice. */
export function participation({ nomination, panel, life }: Case): Record<string, Participation> {
  if (!nomination) return {}
  const formed = life.stage !== 'nomination' && life.stage !== 'panel-formation'
  const members = formed ? votingMembers(panel) : []
  return Object.fromEntries(
    nomination.practices.map((practice): [string, Participation] => {
      const nominated = hasNominated(nomination, practice)
      const answer = nominated ? 'nominated' : nomination.declined.includes(practice) ? 'declined' : 'no answer'
      const seats = members.filter((person) => nomination.nominees[person]?.practiceId === practice).length
      return [practice, { answer, seats }]
    }),
  )
}
