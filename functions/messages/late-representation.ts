import type { Case } from '../../domain/case/case.ts'
import { unansweredAfterAward } from '../../domain/decision/late-representation.ts'
import type { Mail } from '../../domain/message/message.ts'
import { mayLead } from '../../domain/panel/lead.ts'
import { happened } from '../../domain/time/deadline.ts'
import { pages } from './pages.ts'

/**
 * Whoever must act hears that an award should have waited for a representation: the secretariat, the approver and the chair; told again, every
 * member, who can answer in the chair's place (decision 35). What it says is for the portal.
 */
export function ofLateRepresentation(theCase: Case, { id }: { id: number }): Mail[] {
  const late = unansweredAfterAward(theCase).find((one) => one.id === id)
  if (!late) return []
  const leaders = mayLead(theCase)
  const { title } = theCase.proposal.form
  return [
    {
      to: [
        { kind: 'programme-manager' },
        { kind: 'deputy-programme-manager' },
        { kind: 'approver' },
        ...leaders.map((one) => ({ kind: 'person' as const, id: one })),
      ],
      subject: `The award should have waited: ${title}`,
      text: `“${title}”: a representation was received before the standstill ended, at ${happened(late.receivedAt ?? late.at)}, and recorded after the contract had been awarded. The award should have waited for it.\n\nIf the contract is not signed, do not sign it. If it is signed, take legal advice before anything more is done under it. The panel considers the representation, and its chair communicates the further decision${leaders.length > 1 ? ', or another member in the chair’s place, because it is overdue' : ''}.\n\nSign in to the portal to read it.`,
      page: pages.decision(theCase.id),
    },
  ]
}
