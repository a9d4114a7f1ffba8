import type { Case } from '../case/case.ts'
import { flagged } from '../conflict/conflict.ts'
import { votingMembers } from '../panel/panel.ts'

type Flagging = Pick<Case, 'conflicts' | 'panel' | 'decision'>

/**
 * Members whose flagged interest nobody has ruled on: it might be a bar, which would take their ballot and scores out of what is decided
 * (requirements §4), so nothing is counted, confirmed or awarded over it.
 */
export const unruledMembers = ({ conflicts, panel }: Flagging): string[] => {
  const members = votingMembers(panel)
  return flagged(conflicts).filter((person) => members.includes(person))
}

/** The same, with the approvers whose answer the award rests on. */
export const unruledBeforeAward = (theCase: Flagging): string[] => {
  const answeredBy = theCase.decision?.answeredBy ?? []
  return [...unruledMembers(theCase), ...flagged(theCase.conflicts).filter((person) => answeredBy.includes(person))]
}
