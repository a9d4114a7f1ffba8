import type { Recorded } from '../case/event.ts'
import type { Challenge } from './challenge.ts'

export function evolveChallenges(challenges: Challenge[] | undefined, event: Recorded): Challenge[] | undefined {
  if (event.type === 'ChallengeMade') return [...(challenges ?? []), { ...event.data, at: event.at }]
  if (!challenges) return challenges
  const changing = (id: number, change: (one: Challenge) => Challenge) =>
    challenges.map((one) => (one.id === id ? change(one) : one))
  switch (event.type) {
    case 'ChallengeAnswered': {
      const { id, ...answer } = event.data
      return changing(id, (one) => ({ ...one, answer: { ...answer, at: event.at } }))
    }
    case 'ChallengeEscalated': {
      const { id, chaseAt } = event.data
      return changing(id, (one) => ({ ...one, escalatedAt: one.escalatedAt ?? event.at, chaseAt }))
    }
    default:
      return challenges
  }
}
