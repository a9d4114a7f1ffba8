import type { Case } from '../case/case.ts'
import { isLockedOut, mayServe } from '../conflict/conflict.ts'
import { vacancies, votingMembers } from '../panel/panel.ts'
import { monthsAfter } from '../time/day.ts'
import { endOf, type Instant, londonDate } from '../time/instant.ts'
import {
  type Absence,
  isServing,
  type StandingMember,
  type StandingPanel,
  type StandingPanelEvent,
  standingPanelId,
} from './standing-panel.ts'

/**
 * When the nominations of a case first open, the members of its area's panel are asked whether they serve on it: they are its
 * nominees beside those of the practices, and declare their interests like these, for conflicts are per case. Whatever the rules of the
 * case say of the panel that it would draw: nobody picks, case by case, whether people who are known judge it.
 *
 * @param standing the panel of the area, if there is one
 * @param stillThere its members who are still of the practice for which they were drawn
 */
export function callStandingPanel(
  theCase: Case,
  standing: StandingPanel | undefined,
  stillThere: readonly string[],
  at: Instant,
): StandingPanelEvent[] {
  if (theCase.nomination || !standing || !isServing(standing, at)) return []
  // Members who are barred already are left out: they may not even see the case.
  const people = standing.members
    .map(({ person }) => person)
    .filter((person) => stillThere.includes(person) && !isLockedOut(theCase, person))
  return people.length === 0 ? [] : [{ type: 'StandingPanelCalled', data: { panel: standing, people } }]
}

/**
 * Before anything is drawn for a new panel, those of the standing one who serve on this case, and have no conflict in it, take
 * their seats; what stays vacant is drawn. Where there are more of them than seats, nobody chooses between them: all is drawn.
 */
export function seatStandingMembers(
  theCase: Pick<Case, 'nomination' | 'panel' | 'conflicts' | 'ruleBook'>,
): StandingPanelEvent[] {
  const { nomination, panel, conflicts, ruleBook } = theCase
  const standing = nomination?.standing
  if (!standing || Object.keys(panel?.seats ?? {}).length > 0) return []
  const answers = standing.members.map(({ person }): Absence | string => {
    const nominee = nomination.nominees[person]
    if (isLockedOut(theCase, person)) return { person, because: 'has a conflict' }
    if (nominee?.status === 'declined') return { person, because: 'declined' }
    if (nominee?.status !== 'accepted') return { person, because: 'did not answer' }
    return mayServe(conflicts, person) ? person : { person, because: 'has a conflict' }
  })
  const people = answers.filter((one) => typeof one === 'string')
  const absent = answers.filter((one) => typeof one !== 'string')
  const seats = vacancies(panel, ruleBook)
  if (people.length > seats) {
    const because = `${people.length} of its members can serve, and there are ${seats} seats.`
    return [{ type: 'StandingPanelSetAside', data: { id: standing.id, because } }]
  }
  return people.length === 0 ? [] : [{ type: 'StandingMembersSeated', data: { panel: standing, people, absent } }]
}

/** With its members on it, the panel of this case could not keep its limits: all its seats are drawn. */
export function setAside({ nomination }: Case): StandingPanelEvent[] {
  const { standing } = nomination ?? {}
  const because = 'With its members who can serve, the panel could not meet the limits of this case.'
  return standing ? [{ type: 'StandingPanelSetAside', data: { id: standing.id, because } }] : []
}

/**
 * A panel that was drawn whole for this case becomes its area's, for the term of the rule book, unless the area has one by now.
 *
 * @param members what the draw went by
 */
export function conveneStandingPanel(
  theCase: Case,
  members: readonly StandingMember[],
  standing: StandingPanel | undefined,
  at: Instant,
): StandingPanelEvent[] {
  const { panel, proposal, ruleBook } = theCase
  if (ruleBook.panel.serves === 'one case' || !panel || panel.standing || (standing && isServing(standing, at)))
    return []
  const sitting = votingMembers(panel)
  const until = endOf(monthsAfter(londonDate(at), ruleBook.panel.termMonths))
  const { area } = proposal.form
  return [
    {
      type: 'StandingPanelConvened',
      data: {
        panel: {
          ...{ id: standingPanelId(theCase), area, from: at, until },
          members: members.filter(({ person }) => sitting.includes(person)),
        },
      },
    },
  ]
}
