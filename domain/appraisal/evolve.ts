import type { Recorded } from '../case/event.ts'
import { evolveVote } from '../vote/evolve.ts'
import type { Appraisal } from './appraisal.ts'

export function evolveAppraisal(appraisal: Appraisal | undefined, event: Recorded): Appraisal | undefined {
  if (event.type === 'AppraisalOpened') return { status: 'open', round: event.data.round, answers: {} }
  if (!appraisal) return appraisal
  switch (event.type) {
    case 'ChecklistAnswered': {
      const { item, person, finding, comment } = event.data
      return { ...appraisal, answers: { ...appraisal.answers, [item]: { finding, comment, by: person, at: event.at } } }
    }
    case 'VoteOpened':
    case 'BallotCast':
    case 'VoteCounted': {
      const vote = evolveVote('appraisal', appraisal.vote, event)
      return vote === appraisal.vote || !vote ? appraisal : { ...appraisal, vote }
    }
    case 'AppraisalConcluded':
      return { ...appraisal, status: 'concluded', ...event.data }
    default:
      return appraisal
  }
}
