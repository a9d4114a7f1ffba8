import type { Case } from '../../domain/case/case.ts'
import type { Challenge, ChallengeEvent } from '../../domain/challenge/challenge.ts'
import type { Mail } from '../../domain/message/message.ts'
import { told } from '../../domain/time/deadline.ts'
import { pages } from './pages.ts'

interface Telling {
  to(challenge: Challenge): Mail['to']
  subject: string
  text(challenge: Challenge): string
}

/** Who hears of a challenge, by event. What it says is for the portal. */
const tellings: Record<ChallengeEvent['type'], Telling> = {
  ChallengeMade: {
    to: () => [{ kind: 'programme-manager' }],
    subject: 'A practice challenges how a case is run',
    text: ({ dueAt }) => `It must be answered, with reasons, by ${told(dueAt)}.`,
  },
  ChallengeEscalated: {
    to: () => [{ kind: 'programme-manager' }, { kind: 'approver' }],
    subject: 'A challenge has not been answered',
    text: ({ dueAt }) => `It was due to be answered by ${told(dueAt)}. The approver may now answer it too.`,
  },
  ChallengeAnswered: {
    to: ({ practiceId }) => [{ kind: 'practice', id: practiceId }],
    subject: 'Your challenge has been answered',
    text: () => 'The answer is on the record, with its reasons.',
  },
}

export const ofChallenge =
  (type: ChallengeEvent['type']) =>
  (theCase: Case, { id }: { id: number }): Mail[] => {
    const challenge = theCase.challenges?.find((one) => one.id === id)
    if (!challenge) return []
    const { to, subject, text } = tellings[type]
    const { title } = theCase.proposal.form
    return [
      {
        to: to(challenge),
        subject: `${subject}: ${title}`,
        text: `“${title}”: ${text(challenge)}\n\nSign in to read it.`,
        page: pages.challenges(theCase.id),
      },
    ]
  }
