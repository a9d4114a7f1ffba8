import type { Person } from '../../../domain/locality/locality.ts'
import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import { isSecretariat } from '../people/use-names.ts'

/** For whom a person can propose; nobody for whom there is none. */
export function proposersOf({ practiceId, organisationId, roles }: Person): ProposalForm['proposer'][] {
  const secretariat = roles.some(isSecretariat)
  return [
    ...(practiceId ? [{ kind: 'practice' as const, practiceId }] : []),
    ...(organisationId && !secretariat ? [{ kind: 'provider' as const, organisationId }] : []),
    ...(secretariat ? [{ kind: 'other' as const, name: '' }] : []),
  ]
}
