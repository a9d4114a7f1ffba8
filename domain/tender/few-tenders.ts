import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import { attendanceFaults } from '../panel/attendance.ts'
import { insteadOfChair, leadersAsked, mayLead } from '../panel/lead.ts'
import { votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { escalation } from '../wait/decide.ts'
import type { WaitRule } from '../wait/rule.ts'
import { type FewTendersChoice, type FewTendersDecision, fewTendersChoices } from './few-tenders-choice.ts'
import { bidders, type Tender, type TenderEvent } from './tender.ts'

/** Whether so few tendered that the panel chooses how to go on: nobody, or one with nothing to compare it to. */
const isFew = (tender: Tender | undefined): tender is Extract<Tender, { status: 'opened' }> =>
  tender?.status === 'opened' && bidders(tender).length < 2

export interface DecideOnFewTenders {
  choice: FewTendersChoice
  reasons: string
  present: string[]
  /** Who records it. */
  person: string
}

/** The chair records what the panel chose, why, and who took part: a quorum. */
export function decideOnFewTenders(theCase: Case, command: DecideOnFewTenders): TenderEvent[] {
  const { choice, reasons, present, person } = command
  mustBeIn(theCase, 'tender')
  const { tender, panel } = theCase
  refuseUnless(
    mayLead(theCase).includes(person),
    'NotAllowed',
    "Only the panel's chair can record what the panel chose. Another member can once it is overdue.",
  )
  refuseUnless(
    isFew(tender),
    'TooEarly',
    'The panel chooses how to continue once the tenders are opened and fewer than two were received.',
  )
  refuseUnless(tender.few === undefined, 'AlreadyDone', 'The panel has already chosen how to continue.')
  const there = [...new Set(present)].sort()
  const faults: Fault[] = [
    ...(choice === 'proceed' && bidders(tender).length === 0
      ? [{ path: ['choice'], message: 'Nobody tendered, so there is no tender to continue with' }]
      : []),
    ...attendanceFaults(theCase, {
      ...{ chair: person, present: there, members: votingMembers(panel) },
      others: 'Only members of this panel who are not excluded can take part',
    }),
  ]
  if (faults.length > 0) throw new Refusal('Invalid', 'This choice is not complete.', faults)
  return [{ type: 'FewTendersDecided', data: { choice, reasons, present: there, ...insteadOfChair(theCase, person) } }]
}

export const chosen = ({ tender }: Pick<Case, 'tender'>): FewTendersDecision | undefined =>
  tender?.status === 'opened' || tender?.status === 'ended' ? tender.few : undefined

/** For the panel: how many came, what can be chosen, and what was. */
export function viewFewTenders(theCase: Case) {
  const { tender, panel } = theCase
  // Nobody may know before the opening how many tenders there are.
  refuseUnless(tender?.status === 'opened', 'TooEarly', 'The tenders have not been opened.')
  const tenders = bidders(tender).length
  return {
    few: isFew(tender),
    tenders,
    choices: fewTendersChoices.filter((choice) => choice !== 'proceed' || tenders > 0),
    members: votingMembers(panel),
    chosen: chosen(theCase),
  }
}

export const fewTenders: WaitRule = {
  waitsFor: leadersAsked,
  answered: ({ tender }) => !isFew(tender) || tender.few !== undefined,
  atDeadline: (theCase, wait, at) => [
    escalation(
      theCase,
      wait,
      at,
      'Fewer than two tenders were received, and the panel has not chosen how to continue.',
    ),
  ],
  consequence:
    'The programme manager, the deputy and whoever is asked are reminded until it is done. With fewer than two tenders, the case continues only as the panel chooses.',
}
