import type { Case } from '../../domain/case/case.ts'
import type { Challenge, ChallengeEvent } from '../../domain/challenge/challenge.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'

export type ChallengeEventType = ChallengeEvent['type']

interface Telling {
  who(challenge: Challenge): Addressed[]
  subject: string
  text(challenge: Challenge): string
}

/** Who hears of a challenge, by event. What it says is for the portal. */
const tellings: Record<ChallengeEventType, Telling> = {
  ChallengeMade: {
    who: () => [{ kind: 'programme-manager' }],
    subject: 'A practice challenges how a case is run',
    text: ({ dueAt }) => `It must be answered, with reasons, by ${told(dueAt)}.`,
  },
  ChallengeEscalated: {
    who: () => [{ kind: 'programme-manager' }, { kind: 'approver' }],
    subject: 'A challenge has not been answered',
    text: ({ dueAt }) => `It was due to be answered by ${told(dueAt)}. The approver may now answer it too.`,
  },
  ChallengeAnswered: {
    who: ({ practiceId }) => [{ kind: 'practice', id: practiceId }],
    subject: 'Your challenge has been answered',
    text: () => 'The answer is on the record, with its reasons.',
  },
}

export const isAboutAChallenge = (type: string): type is ChallengeEventType => type in tellings

/** Mails those concerned, once each. @param told `id` of the challenge; undefined when what was said has been erased */
export async function tellOfChallenge(
  deps: Deps,
  theCase: Case,
  { type, sequence, id }: { type: ChallengeEventType; sequence: number; id: number | undefined },
): Promise<void> {
  const challenge = theCase.challenges?.find((one) => one.id === id)
  if (!challenge) return
  const { who, subject, text } = tellings[type]
  const { title } = theCase.proposal.form
  await mailOnce(deps, await addressees(deps, theCase.id, who(challenge)), `${theCase.id}#challenge#${sequence}`, {
    subject: `${subject}: ${title}`,
    text: `“${title}”: ${text(challenge)}\n\nSign in to read it.`,
    page: pages.challenges(theCase.id),
  })
}
