import type { Case } from '../case/case.ts'
import type { Party } from '../case/party.ts'
import { isOverdueAfterAward } from '../decision/late-representation.ts'
import type { WaitName } from '../wait/wait.ts'
import { chair as chairOf, votingMembers } from './panel.ts'

type Led = Pick<Case, 'panel' | 'life' | 'decision'>

/**
 * The waits that only the chair can end, however long they take. (A moderation that nobody leads ends with the medians; an
 * objection that was recorded after the award is in no wait.)
 */
const ledByTheChair: readonly WaitName[] = ['few tenders', 'price decision', 'standstill']

/**
 * Who can lead the panel to what it has to decide, and record it: its chair; once that is overdue and was escalated, any other member
 * too, so that one member who is away holds up neither bidders nor the law's days. What they record takes the same quorum.
 */
export function mayLead(theCase: Led): string[] {
  const { panel, life } = theCase
  const chair = chairOf(panel)
  const late =
    (life.wait?.escalatedAt !== undefined && ledByTheChair.includes(life.wait.name)) || isOverdueAfterAward(theCase)
  const others = late ? votingMembers(panel).filter((member) => member !== chair) : []
  return [...(chair === undefined ? [] : [chair]), ...others]
}

/** Whom a wait for the chair is for. */
export const leadersAsked = (theCase: Led): Party[] => {
  const leaders = mayLead(theCase)
  return leaders.length === 0 ? [{ kind: 'programme-manager' }] : leaders.map((id) => ({ kind: 'person', id }))
}

/** On the record where somebody leads in the chair's place. */
export const insteadOfChair = ({ panel }: Pick<Led, 'panel'>, person: string): { insteadOf?: string } => {
  const chair = chairOf(panel)
  return chair === undefined || chair === person ? {} : { insteadOf: chair }
}
