import type { Case } from '../case/case.ts'
import { checkAgain, recordChecks } from '../conflict/check.ts'
import { nomineeFacts } from '../conflict/check-nominees.ts'
import { type ConflictEvent, isBarred, type Occasion, reasonsToThem } from '../conflict/conflict.ts'
import type { Matter } from '../conflict/matter.ts'
import { type MemberExcluded, seated } from './panel.ts'

/**
 * Checks everyone who holds a seat again, against the matter as it is now (requirements §4: at the specification's
 * approval, the opening of tenders, the scoring and the vote). Whoever is barred loses the seat at once; who is newly
 * flagged waits for a ruling and sits until then. Checking twice is checking once.
 */
export function recheckMembers(
  theCase: Pick<Case, 'panel' | 'nomination' | 'conflicts'>,
  matter: Matter,
  occasion: Occasion,
): (ConflictEvent | MemberExcluded)[] {
  const facts = nomineeFacts(theCase, seated(theCase.panel))
  return [...recordChecks(theCase.conflicts, facts, matter, occasion), ...excludedMembers(theCase, matter)]
}

/** Who holds a seat and cannot keep it, as the matter is now. */
export function excludedMembers(
  theCase: Pick<Case, 'panel' | 'nomination' | 'conflicts'>,
  matter: Matter,
): MemberExcluded[] {
  const facts = nomineeFacts(theCase, seated(theCase.panel))
  return Object.entries(facts).flatMap(([person, known]): MemberExcluded[] => {
    const { result, findings, notice } = checkAgain(person, known, matter, theCase.conflicts?.standings[person])
    const out = result === 'barred' || result === 'ineligible' || isBarred(theCase.conflicts, person)
    const reason = notice ?? (result === 'ineligible' ? reasonsToThem(findings) : 'Barred by a ruling.')
    return out ? [{ type: 'MemberExcluded', data: { person, reason } }] : []
  })
}
