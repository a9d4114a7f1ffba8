import { type CaseResource, mayDo, mayDoWhich } from '../../access/authorise.ts'
import { type Capacity, capacitiesOf } from '../../domain/case/capacity.ts'
import type { Case } from '../../domain/case/case.ts'
import type { Person } from '../../domain/locality/locality.ts'
import type { QuotedHead } from '../../domain/record/chain.ts'
import { Refusal } from '../../domain/refusal.ts'
import { keepsDeedsSealed, quotedHead } from '../../domain/tender/sealed-deeds.ts'
import { wasPublished } from '../../domain/tender/tender.ts'
import type { Approaching } from '../store/locality-store.ts'

/** A person in the capacity in which the policies allow what they do. */
export interface Acting {
  person: Person
  as: Capacity
}

/** The answer for a case that does not exist, and, to a person who is locked out of it, for one that does. */
export const noSuchCase = (): Refusal => new Refusal('NotFound', 'There is no such case.')

/**
 * Lock-out is total (requirements §4): whoever is excluded from a case is told that there is none, whatever they ask of it,
 * before anything they sent or anything of the case is looked at. That they are excluded, and why, `/api/me` says.
 * @throws Refusal `NotFound`
 */
export function approach({ person, exclusions }: Approaching, caseId: string): void {
  const excluded = exclusions.has(caseId)
  const principal = { id: person.id, as: person.roles[0] ?? '' }
  if (!mayDo(principal, 'approach', { excluded })) throw noSuchCase()
}

/** The first of a person's capacities in which they may do this. @throws Refusal `NotAllowed` */
export function authorise({ person, exclusions }: Approaching, action: string, theCase?: Case): Acting {
  const excluded = theCase !== undefined && exclusions.has(theCase.id)
  const as = capacitiesOf(person, theCase).find((capacity) => permitted(person, capacity, action, theCase, excluded))
  if (as) return { person, as }
  if (excluded) throw noSuchCase()
  throw new Refusal(
    'NotAllowed',
    'You do not have permission to do this. If you think you should, ask the programme manager.',
  )
}

/**
 * Who sees that something was done in a case may see how much, by the number of its version (requirements §4, §6); but
 * nobody while tenders are taken, for it would count them.
 */
export const countsDeeds = (known: Approaching, theCase: Case): boolean =>
  !keepsDeedsSealed(theCase) && permitsInAnyCapacity(known, 'view-timeline', theCase)

const permitsInAnyCapacity = ({ person, exclusions }: Approaching, action: string, theCase: Case): boolean =>
  capacitiesOf(person, theCase).some((as) => permitted(person, as, action, theCase, exclusions.has(theCase.id)))

/** The head of a case's record, as it may be quoted to this person: people who may not count what others do are given no number. */
export function quotedTo(known: Approaching, theCase: Case): QuotedHead {
  const { hash, ...numbered } = quotedHead(theCase)
  return countsDeeds(known, theCase) ? { hash, ...numbered } : { hash }
}

/** The head after this person's own deed: it is theirs to keep, though nobody else is told of the deed yet. */
export const headAfterOwnDeed = (known: Approaching, before: Case, { head, ...after }: Case): QuotedHead =>
  countsDeeds(known, before) && countsDeeds(known, { ...after, head }) ? head : { hash: head.hash }

/** Which of these actions the person may do here, in any capacity, in the order given. */
export function permittedActions({ person, exclusions }: Approaching, actions: string[], theCase: Case): string[] {
  const about = { resource: resourceOf(theCase), excluded: exclusions.has(theCase.id) }
  const may = new Set(
    capacitiesOf(person, theCase).flatMap((as) => mayDoWhich(principalAs(person, as), actions, about)),
  )
  return actions.filter((action) => may.has(action))
}

const permitted = (person: Person, as: Capacity, action: string, theCase?: Case, excluded = false): boolean =>
  mayDo(principalAs(person, as), action, theCase && { resource: resourceOf(theCase), excluded })

const principalAs = ({ id, practiceId, organisationId }: Person, as: Capacity) => ({
  ...{ id, as },
  ...{ practice: practiceId, organisation: organisationId },
})

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
