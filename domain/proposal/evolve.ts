import type { Recorded } from '../case/event.ts'
import type { Proposal } from './proposal.ts'

export function evolveProposal(proposal: Proposal | undefined, event: Recorded): Proposal | undefined {
  if (event.type === 'ProposalSubmitted') return { status: 'submitted', ...event.data, returns: [] }
  if (!proposal) return proposal
  const { form, submittedBy, returns } = proposal
  switch (event.type) {
    case 'ProposalReturned':
      return {
        status: 'returned',
        form,
        submittedBy,
        returns: [...returns, { reasons: event.data.reasons, at: event.at }],
      }
    case 'ProposalResubmitted':
      return { status: 'submitted', form: event.data.form, submittedBy, returns }
    case 'ProposalRevised':
      return { ...proposal, form: event.data.form }
    case 'ProposalAccepted':
      return { status: 'accepted', form, submittedBy, returns }
    case 'ProposalRedirected':
      return { status: 'redirected', form, submittedBy, returns, whereTo: event.data.whereTo }
    default:
      return proposal
  }
}
