import type { Case } from '../../domain/case/case.ts'
import type { Party } from '../../domain/case/party.ts'
import type { Mail } from '../../domain/message/message.ts'
import { seated } from '../../domain/panel/panel.ts'
import { proposerOf } from '../../domain/proposal/waits.ts'
import { pages } from './pages.ts'

/** Whoever sits on its panel, or was asked to and may be reading for it, and whoever proposed it: nobody goes on with what nobody waits for. */
export function ofWithdrawal(theCase: Case, { outcome }: { outcome: string }): Mail[] {
  if (outcome !== 'withdrawn') return []
  const { panel, nomination, proposal } = theCase
  const { title } = proposal.form
  const nominees = Object.entries(nomination?.nominees ?? {})
    .filter(([, { status }]) => status !== 'declined')
    .map(([person]) => person)
  // A provider’s other people have no page of the case.
  const proposer: Party =
    proposerOf(proposal).kind === 'provider' ? { kind: 'person', id: proposal.submittedBy } : proposerOf(proposal)
  const members = seated(panel).length > 0 ? seated(panel) : nominees
  return [
    {
      to: [proposer, ...members.map((id) => ({ kind: 'person' as const, id }))],
      subject: `Withdrawn: ${title}`,
      text: `“${title}” was withdrawn, and the case has ended. There is nothing more for you to do for it.\n\nSign in to read why.`,
      page: pages.case(theCase.id),
    },
  ]
}
