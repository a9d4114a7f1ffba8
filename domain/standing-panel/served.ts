import type { Case } from '../case/case.ts'
import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { isMember } from '../panel/panel.ts'
import type { StandingPanel } from './standing-panel.ts'

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
