import type { Served } from '../../../domain/standing-panel/served.ts'
import type { StandingMember, StandingPanel } from '../../../domain/standing-panel/standing-panel.ts'

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
