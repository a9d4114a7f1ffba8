import { type CaseResource, mayDo } from '../../access/authorise.ts'
import { type Capacity, capacitiesOf } from '../../domain/case/capacity.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { Refusal } from '../../domain/refusal.ts'
import { wasPublished } from '../../domain/tender/tender.ts'
import type { Known } from '../store/locality-store.ts'

/** A person in the capacity in which the policies allow what they do. */
export interface Acting {
  person: Person
  as: Capacity
}

/** The first of a person's capacities in which they may do this. @throws Refusal `NotAllowed` */
export function authorise({ person, exclusions }: Known, action: string, theCase?: Case): Acting {
  const excluded = theCase && exclusions.get(theCase.id)
  const as = capacitiesOf(person, theCase).find((capacity) => permitted(person, capacity, action, theCase, excluded))
  if (as) return { person, as }
  if (excluded) throw new Refusal('NotAllowed', `You are excluded from this case: ${excluded}`)
  throw new Refusal('NotAllowed', 'This is not yours to do. If you think it should be, ask the programme manager.')
}

/** Which of these actions the person may do here, in any capacity. */
export const permittedActions = ({ person, exclusions }: Known, actions: string[], theCase: Case): string[] =>
  actions.filter((action) =>
    capacitiesOf(person, theCase).some((as) => permitted(person, as, action, theCase, exclusions.get(theCase.id))),
  )

function permitted(person: Person, as: Capacity, action: string, theCase?: Case, excluded?: string): boolean {
  const principal = { id: person.id, as, practice: person.practiceId, organisation: person.organisationId }
  return mayDo(principal, action, theCase && { resource: resourceOf(theCase), excluded: excluded !== undefined })
}

function resourceOf({ id, life, proposal, tender }: Case): CaseResource {
  const { proposer } = proposal.form
  return {
    id,
    status: life.status,
    stage: life.stage,
    submittedBy: proposal.submittedBy,
    tenderPublished: wasPublished(tender),
    proposerPractice: proposer.kind === 'practice' ? proposer.practiceId : undefined,
    proposerOrganisation: proposer.kind === 'provider' ? proposer.organisationId : undefined,
  }
}
