import type { Organisation } from '../locality/locality.ts'
import type { Declaration } from '../nomination/nomination.ts'
import type { Area } from '../proposal/areas.ts'
import type { ProposalForm } from '../proposal/proposal.ts'
import { digest } from '../record/chain.ts'

/** An organisation named in a tender. */
export interface NamedInTender {
  organisationId: string
  as: 'bidder' | 'partner' | 'subcontractor'
}

/** What a person could be conflicted in: a case, with the register of organisations as it is now. */
export interface Matter {
  area: Area
  proposer: ProposalForm['proposer']
  /** By their part in the proposal. */
  proposers: { person: string; part: 'proposer' | 'clinical lead' | 'project manager' }[]
  organisations: Map<string, Organisation>
  /** Empty until the tenders are opened. */
  named: NamedInTender[]
  /** The version of the register: a digest of everything above that the rules read. */
  register: string
}

/** What is known of a person: what they declared, and their practice. The register's own suggestions will join these. */
export interface PersonFacts {
  practiceId: string
  declaration: Declaration | { kind: 'erased' }
}

export function matterOf(
  { proposal }: { proposal: { form: ProposalForm; submittedBy: string } },
  organisations: Organisation[],
  named: NamedInTender[] = [],
): Matter {
  const { form, submittedBy } = proposal
  const parts = [
    { person: submittedBy, part: 'proposer' as const },
    { person: form.clinicalLead.personId, part: 'clinical lead' as const },
    { person: form.projectManager.personId, part: 'project manager' as const },
  ]
  const byId = [...organisations].sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    area: form.area,
    proposer: form.proposer,
    proposers: parts.flatMap(({ person, part }) => (person === undefined ? [] : [{ person, part }])),
    organisations: new Map(byId.map((organisation) => [organisation.id, organisation])),
    named,
    register: digest({ organisations: byId, named }),
  }
}
