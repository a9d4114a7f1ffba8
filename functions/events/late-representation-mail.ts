import type { Case } from '../../domain/case/case.ts'
import { unansweredAfterAward } from '../../domain/decision/late-representation.ts'
import { mayLead } from '../../domain/panel/lead.ts'
import { told } from '../../domain/time/deadline.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Addressed, addressees } from './addressees.ts'
import { mailOnce } from './mail-once.ts'
import { pages } from './pages.ts'

/**
 * Whoever must act hears that an award should have waited for a representation: the secretariat, the approver and the chair; told again, every
 * member, who can answer in the chair's place (decision 35). What it says is for the portal.
 */
export async function tellOfLateRepresentation(
  deps: Deps,
  theCase: Case,
  { sequence, id }: { sequence: number; id: number },
): Promise<void> {
  const late = unansweredAfterAward(theCase).find((one) => one.id === id)
  if (!late) return
  const leaders = mayLead(theCase)
  const who: Addressed[] = [
    { kind: 'programme-manager' },
    { kind: 'deputy-programme-manager' },
    { kind: 'approver' },
    ...leaders.map((id) => ({ kind: 'person' as const, id })),
  ]
  const { title } = theCase.proposal.form
  await mailOnce(deps, await addressees(deps, theCase.id, who), `${theCase.id}#late#${sequence}`, {
    subject: `The award should have waited: ${title}`,
    text: `“${title}”: a representation was received before the standstill ended, at ${told(late.receivedAt ?? late.at)}, and recorded after the contract had been awarded. The award should have waited for it.\n\nIf the contract is not signed, do not sign it. If it is signed, take legal advice before anything more is done under it. The panel considers the representation, and its chair communicates the further decision${leaders.length > 1 ? ', or another member in the chair’s place, because it is overdue' : ''}.\n\nSign in to the portal to read it.`,
    page: pages.decision(theCase.id),
  })
}
