import type { Case } from '../case/case.ts'
import { checkAgain } from '../conflict/check.ts'
import { nomineeFacts } from '../conflict/check-nominees.ts'
import { isLockedOut } from '../conflict/conflict.ts'
import { type Matter, type NamedInTender, type PersonFacts, withNamed } from '../conflict/matter.ts'
import { partnersOf } from '../tender/named.ts'
import { bidders } from '../tender/tender.ts'
import type { Found } from './compliance.ts'

/**
 * Partners and subcontractors whose name in a tender put out somebody who would judge it, or decide on it. Whoever is named bars (requirements
 * §4), so a bidder could choose who judges it by naming their practice: two people look at whether those named have agreed.
 *
 * @param matter with all that the opened tenders name
 */
export function foundInNames(theCase: Case, matter: Matter): Found[] {
  const judges = Object.entries(judgesOf(theCase, matter)).filter(([person]) => isLockedOut(theCase, person))
  const bidding = matter.named.filter(({ as }) => as === 'bidder')
  const barredBy = (named: NamedInTender[]) =>
    judges.filter(([person, facts]) => {
      const before = theCase.conflicts?.standings[person]
      return checkAgain(person, facts, withNamed(matter, named), before).result === 'barred'
    })
  const others = new Set(barredBy(bidding))
  return bidders(theCase.tender).flatMap((organisationId) =>
    partnersOf(theCase.tender, organisationId, [...matter.organisations.values()]).flatMap(({ name, as, named }) => {
      const out = barredBy([...bidding, ...named]).filter((one) => !others.has(one)).length
      return out === 0 ? [] : [{ organisationId, requirement: 'named' as const, says: says(name, as, out) }]
    }),
  )
}

/** Members, until they were excluded, and who decides without sitting. */
function judgesOf(theCase: Case, { officers }: Matter): Record<string, PersonFacts> {
  const excluded = Object.entries(theCase.panel?.seats ?? {}).filter(([, { status }]) => status === 'excluded')
  const members = nomineeFacts(
    theCase,
    excluded.map(([person]) => person),
  )
  return { ...Object.fromEntries(officers.map((person) => [person, { officer: true as const }])), ...members }
}

/** The secretariat does not read tenders before the end, so it is told what it can do. */
const says = (name: string, as: string, out: number): string =>
  `It names “${name}” as ${as}. Because of that, ${out === 1 ? 'one person who was to judge or decide is' : `${out} people who were to judge or decide are`} locked out. Members of the panel can look in the tender for the written agreement of “${name}”. If it is not there, ask the bidder for it.`
