import type { Case } from '../case/case.ts'
import { scoringHasClosed } from '../evaluation/evaluation.ts'
import { isMember } from '../panel/panel.ts'
import { londonDate } from '../time/instant.ts'
import type { StandingPanel } from './standing-panel.ts'

/** What the members of a standing panel did in one case. */
export interface Served {
  /** Those who sit on it. */
  sat: string[]
  /** The meetings whose attendance is on the record, those that moderated first. */
  meetings: { heldOn: string; present: string[] }[]
}

export function servedIn(
  { panel, evaluation, meetings = [] }: Pick<Case, 'panel' | 'evaluation' | 'meetings'>,
  { members }: StandingPanel,
): Served {
  return {
    sat: members.map(({ person }) => person).filter((person) => isMember(panel, person)),
    meetings: [
      ...(scoringHasClosed(evaluation) ? evaluation.meetings.map(({ heldOn, present }) => ({ heldOn, present })) : []),
      ...meetings.flatMap(({ startsAt, held }) =>
        held && held.moderation === undefined ? [{ heldOn: londonDate(startsAt), present: held.present }] : [],
      ),
    ],
  }
}
