import type { Capacity } from '../case/capacity.ts'
import type { Case } from '../case/case.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { dueAfter } from '../time/deadline.ts'
import { type Challenge, type challengeFindings, overdueChallenges, unansweredChallenges } from './challenge.ts'

/** The most challenges of one practice that wait for an answer; and the most of a case altogether. */
const MOST_OPEN = 3
const MOST = 60

export type ChallengeCommand =
  | { type: 'MakeChallenge'; practiceId: string; text: string }
  | {
      type: 'AnswerChallenge'
      id: number
      finding: (typeof challengeFindings)[number]
      reasons: string
      person: string
      as: Capacity
    }

/** Practices may challenge how a case is run; a challenge is answered, with reasons, on the record (requirements §2). */
export function decideChallenge(theCase: Case, command: ChallengeCommand, { at }: Circumstances): CaseEvent[] {
  const { challenges = [], life, proposal, ruleBook } = theCase
  switch (command.type) {
    case 'MakeChallenge': {
      const { practiceId, text } = command
      if (life.status === 'ended')
        throw new Refusal('CaseEnded', 'This case has ended, so how it was run can no longer be challenged here.')
      refuseUnless(
        proposal.status === 'accepted',
        'WrongStage',
        'How a case is run can be challenged once its proposal has been accepted.',
      )
      const open = unansweredChallenges(challenges).filter((one) => one.practiceId === practiceId)
      refuseUnless(
        open.length < MOST_OPEN,
        'AlreadyDone',
        `Your practice has ${MOST_OPEN} challenges waiting for an answer. Wait until one of them is answered.`,
      )
      refuseUnless(
        challenges.length < MOST,
        'NotAllowed',
        `This case has been challenged ${MOST} times, which is the limit. Write to the approver instead.`,
      )
      const dueAt = dueAfter(at, ruleBook.challenges.answerWithin)
      return [{ type: 'ChallengeMade', data: { id: challenges.length + 1, practiceId, text, dueAt } }]
    }
    case 'AnswerChallenge': {
      const { id, finding, reasons, person, as } = command
      const challenge = challenges.find((one) => one.id === id)
      refuseUnless(challenge, 'NotFound', 'There is no such challenge.')
      refuseUnless(!challenge.answer, 'AlreadyDone', 'This challenge has already been answered.')
      refuseUnless(
        as !== 'approver' || challenge.escalatedAt,
        'TooEarly',
        'The programme manager answers this challenge. It comes to you if it is not answered in time.',
      )
      return [{ type: 'ChallengeAnswered', data: { id, finding, reasons, by: person } }]
    }
  }
}

/** What the workflow does about challenges whose time has come; nothing while there are none. */
export function escalateChallenges({ challenges, ruleBook }: Case, at: string): CaseEvent[] {
  const chaseAt = dueAfter(at, ruleBook.chaseEvery)
  return overdueChallenges(challenges, at).map(({ id }: Challenge) => ({
    type: 'ChallengeEscalated',
    data: { id, chaseAt },
  }))
}
