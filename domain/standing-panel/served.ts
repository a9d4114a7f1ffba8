import type { Case } from '../case/case.ts'
import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { isMember } from '../panel/panel.ts'
import type { StandingMember, StandingPanel } from './standing-panel.ts'

/** What the members of a standing panel did in one case. */
export interface Served {
  /** Those who sit on it. */
  sat: string[]
  /** The meetings that the chair recorded. */
  meetings: { heldOn: string; present: string[] }[]
}

export function servedIn(
  { panel, evaluation }: Pick<Case, 'panel' | 'evaluation'>,
  { members }: StandingPanel,
): Served {
  return {
    sat: members.map(({ person }) => person).filter((person) => isMember(panel, person)),
    meetings: scoringHasClosed(evaluation)
      ? evaluation.meetings.map(({ heldOn, present }) => ({ heldOn, present }))
      : [],
  }
}

/** How much one member served in the term so far: cases of those that the panel had, and meetings of those in these cases. */
export interface Service extends StandingMember {
  cases: number
  meetings: number
  attended: number
}

/** Of every member of a standing panel, over the cases that it serves (requirements §11.2: continuity). */
export function serviceOf({ members }: StandingPanel, cases: readonly Served[]): Service[] {
  return members.map((member) => {
    const own = cases.filter(({ sat }) => sat.includes(member.person))
    const meetings = own.flatMap((one) => one.meetings)
    return {
      ...member,
      cases: own.length,
      meetings: meetings.length,
      attended: meetings.filter(({ present }) => present.includes(member.person)).length,
    }
  })
}
