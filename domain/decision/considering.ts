import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { hasRenewed } from '../renewal/renewal.ts'

/** The members who may consider a representation: they have declared whether they have an interest in those who tendered. */
export const mayConsider = ({ evaluation, panel }: Pick<Case, 'evaluation' | 'panel'>): string[] =>
  votingMembers(panel).filter((member) => hasRenewed(evaluation, member))
