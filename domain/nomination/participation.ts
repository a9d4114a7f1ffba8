import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { hasNominated, type Nomination } from './nomination.ts'

export const nominationAnswers = ['nominated', 'declined', 'asked', 'no answer'] as const

/** What one practice did in one case. */
export interface Participation {
  /** Asked while there is time to answer; none once the nominations have closed. */
  answer: (typeof nominationAnswers)[number]
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
      const answer = answerOf(nomination, practice, life.stage === 'nomination' && life.status !== 'ended')
      const seats = members.filter((person) => nomination.nominees[person]?.practiceId === practice).length
      return [practice, { answer, seats }]
    }),
  )
}

function answerOf(nomination: Nomination, practice: string, hasTime: boolean): Participation['answer'] {
  if (hasNominated(nomination, practice)) return 'nominated'
  if (nomination.declined.includes(practice)) return 'declined'
  return hasTime ? 'asked' : 'no answer'
}
