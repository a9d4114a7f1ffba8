import type { Party } from '../case/party.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import type { Proposal } from './proposal.ts'

/** Whose proposal it is: that of everybody of a practice, or of a provider; else that of whoever submitted it. */
export function proposerOf({ form: { proposer }, submittedBy }: Proposal): Party {
  if (proposer.kind === 'practice') return { kind: 'practice', id: proposer.practiceId }
  if (proposer.kind === 'provider') return { kind: 'provider', id: proposer.organisationId }
  return { kind: 'person', id: submittedBy }
}

export const triage: WaitRule = {
  waitsFor: () => [{ kind: 'programme-manager' }],
  answered: ({ proposal }) => proposal.status === 'accepted' || proposal.status === 'redirected',
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, 'The proposal has not been accepted or returned.')],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}

export const correction: WaitRule = {
  waitsFor: ({ proposal }) => [proposerOf(proposal)],
  answered: () => false, // submitting again opens the next triage
  atDeadline: (theCase, wait, at) => [escalation(theCase, wait, at, 'The returned proposal has not been corrected.')],
  consequence: 'The programme manager, the deputy and whoever is asked are reminded until it is done.',
}
