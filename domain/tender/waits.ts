import type { Case } from '../case/case.ts'
import type { ClarificationEvent } from '../clarification/clarification.ts'
import { votingMembers } from '../panel/panel.ts'
import { dueAfter, inWords } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { yetToVote } from '../vote/vote.ts'
import { extension, type WaitEvent } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import type { Wait } from '../wait/wait.ts'
import { deadlinePassed } from './deadline.ts'
import { unansweredQuestions } from './tender.ts'

/**
 * The deadline moves because a question asked in time is not answered; everyone is told. The time for questions does not
 * open again, or questions could keep a tender open for ever.
 */
export function moved(theCase: Case, wait: Wait, at: Instant): (ClarificationEvent | WaitEvent)[] {
  const { extendBy } = theCase.ruleBook.tender
  const reason = `A question asked in time was not answered before the deadline, which moves by ${inWords(extendBy)}.`
  return [
    { type: 'QuestionsClosed', data: { deadline: wait.dueAt } },
    extension(theCase, wait, at, dueAfter(at, extendBy), reason),
  ]
}

export const tenders: WaitRule = {
  /** The market is not waited for by name; whoever owes it an answer is. */
  waitsFor: ({ tender, specification, panel }) => {
    const change = specification?.status === 'approved' && specification.change ? specification.vote : undefined
    const voters = change?.status === 'open' ? yetToVote(change, votingMembers(panel)) : []
    return [
      ...(tender && unansweredQuestions(tender).length > 0 ? [{ kind: 'programme-manager' as const }] : []),
      ...voters.map((id) => ({ kind: 'person' as const, id })),
    ]
  },
  answered: (theCase, at) => theCase.tender?.status !== 'open' || deadlinePassed(theCase, at),
  atDeadline: moved,
  consequence: 'The tenders are opened. If a question asked in time is unanswered, the deadline moves instead.',
}
