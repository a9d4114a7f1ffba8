import type { Party } from '../case/party.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import type { Proposal } from './proposal.ts'

export function proposerOf(proposal: Proposal): Party {
  const { proposer } = proposal.form
  return proposer.kind === 'practice'
    ? { kind: 'practice', id: proposer.practiceId }
    : { kind: 'person', id: proposal.submittedBy }
}

export const triage: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: ({ proposal }) => proposal.status === 'accepted' || proposal.status === 'redirected',
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, 'The proposal has not been accepted or returned.')],
  consequence: 'It is escalated.',
}

export const correction: WaitRule = {
  waitsFor: ({ proposal }) => [proposerOf(proposal)],
  answered: () => false, // submitting again opens the next triage
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, 'The returned proposal has not been corrected.')],
  consequence: 'It is escalated.',
}
