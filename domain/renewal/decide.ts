import type { Case } from '../case/case.ts'
import { mustBeCurrent, mustBeOpen } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { nomineeFacts } from '../conflict/check-nominees.ts'
import type { Matter } from '../conflict/matter.ts'
import { declarationOf } from '../conflict/ties.ts'
import { flaggedTakingPart } from '../conflict/waits.ts'
import { evolveNomination } from '../nomination/evolve.ts'
import { isMember } from '../panel/panel.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { Refusal, refuseUnless } from '../refusal.ts'
import { type Declaration, interestsIn, type KeptDeclaration, relationsIn } from '../register/declaration.ts'
import { emptyEntry } from '../register/register.ts'
import { openWait } from '../wait/decide.ts'
import { hasRenewed, type RenewalEvent } from './renewal.ts'

const MOST_INTERESTS = 50
const MOST_RELATIONS = 20

/**
 * A member, or somebody who decides on the case without sitting, says what ties them to those whom the tenders name, or that nothing does.
 * They are checked with the same change: whoever is barred by what they said is out before they could read a tender, or confirm what
 * was decided on one (requirements §4).
 */
export function renewDeclaration(
  theCase: Case,
  { person, said, matter }: { person: string; said: Declaration; matter: Matter },
  { at, by }: Circumstances,
): CaseEvent[] {
  mustBeOpen(theCase)
  const { evaluation, nomination, panel } = theCase
  refuseUnless(
    evaluation?.checkedAt,
    'TooEarly',
    'No tender has been opened yet. We will ask you once the tenders are open.',
  )
  const sits = isMember(panel, person)
  refuseUnless(
    sits || matter.officers.includes(person),
    'NotAllowed',
    'Only members of this panel who are not excluded, and those who decide on its work, can declare here.',
  )
  refuseUnless(
    !hasRenewed(evaluation, person),
    'AlreadyDone',
    'You have already declared. If something has changed since, declare it under “My interests”.',
  )
  const facts = sits ? (nomineeFacts(theCase, [person])[person] ?? {}) : {}
  const declaration = together(declarationOf(person, facts, matter), said)
  const renewal: RenewalEvent = {
    type: 'DeclarationRenewed',
    data: { round: evaluation.round, person, said, declaration },
  }
  const declared = evolveNomination(nomination, { ...renewal, at, by })
  return [
    renewal,
    ...recheckMembers(
      { ...theCase, ...(declared && { nomination: declared }) },
      sits ? matter : knowing(matter, person, declaration, at),
      'tender opening',
    ),
  ]
}

/**
 * The matter with what somebody declares now. What a member declares, the case keeps; what anybody else declares goes into the
 * register next.
 */
function knowing(matter: Matter, person: string, declaration: Declaration, at: string): Matter {
  const entry = { ...(matter.entries.get(person) ?? emptyEntry(person)), declaration, declaredAt: at }
  return { ...matter, entries: new Map([...matter.entries, [person, entry]]) }
}

/** What they declared before and what they add: saying the same about an organisation again replaces what was said. */
function together(before: KeptDeclaration | undefined, said: Declaration): Declaration {
  const added = interestsIn(said)
  const relatives = relationsIn(said)
  const interests = [
    ...interestsIn(before).filter(
      (one) => !added.some((other) => other.organisationId === one.organisationId && other.kind === one.kind),
    ),
    ...added,
  ]
  const relations = [
    ...relationsIn(before).filter((one) => !relatives.some(({ personId }) => personId === one.personId)),
    ...relatives,
  ]
  if (interests.length > MOST_INTERESTS || relations.length > MOST_RELATIONS)
    throw new Refusal(
      'Invalid',
      `With these you would declare more than ${MOST_INTERESTS} interests or ${MOST_RELATIONS} people. Under “My interests”, remove those that no longer apply.`,
      [{ path: ['declaration'], message: 'Declare fewer interests' }],
    )
  if (interests.length + relations.length === 0) return { kind: 'nothing to declare' }
  return { kind: 'interests', interests, ...(relations.length > 0 && { relations }) }
}

/** Flags that came of the check against the bidders, or of what was declared, are ruled on before anything is scored. */
export function closeDeclarations(theCase: Case, { attempt }: { attempt: number }, { at }: Circumstances): CaseEvent[] {
  mustBeCurrent(theCase, attempt)
  const { life, ruleBook } = theCase
  return life.wait?.name === 'declarations' && flaggedTakingPart(theCase).length > 0
    ? [openWait(theCase, 'adjudication', at, ruleBook.panel.adjudicateWithin)]
    : []
}
