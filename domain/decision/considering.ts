import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { hasRenewed } from '../renewal/renewal.ts'
import type { Representation } from './decision.ts'

/** Who considers a representation: members, who have declared whether they have an interest in those who tendered. */
export const mayConsider = ({ evaluation, panel }: Pick<Case, 'evaluation' | 'panel'>): string[] =>
  votingMembers(panel).filter((member) => hasRenewed(evaluation, member))

/** As bidders and the public read it: what was decided and why, not by whom; one of them may have been excluded since. */
export const withoutMembers = ({ answer, ...representation }: Representation): RepresentationTold => ({
  ...representation,
  ...(answer && { answer: { decision: answer.decision, reasons: answer.reasons, at: answer.at } }),
})

type RepresentationTold = Omit<Representation, 'answer'> & {
  answer?: Omit<NonNullable<Representation['answer']>, 'present'>
}
