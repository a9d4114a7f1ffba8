import { scoresAreQuorate } from '../evaluation/members.ts'
import { votingMembers } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import type { Case, Stage } from './case.ts'

/** Where a stage can be sent back to (requirements §2): no further than work that would have to be done again. */
export const sendBackTo: Partial<Record<Stage, Stage[]>> = {
  'panel-formation': ['nomination'],
  specification: ['nomination', 'panel-formation'],
  tender: ['specification'],
  evaluation: ['specification', 'tender'],
  decision: ['specification', 'tender'],
}

type Result = Pick<Case, 'life' | 'panel' | 'ruleBook' | 'evaluation'>

/** Whether there is a result that somebody could like or dislike: the prices are open, or the decision is being made. */
const hasAResult = ({ life, evaluation }: Result): boolean =>
  life.stage === 'decision' || (life.stage === 'evaluation' && evaluation !== undefined && 'prices' in evaluation)

/** Without a quorum the panel can neither rank nor vote: nothing is left but to send the case back. */
const canDecide = (theCase: Case): boolean =>
  scoresAreQuorate(theCase) && votingMembers(theCase.panel).length >= votingIn(theCase).quorum

/**
 * Whether somebody may send the case back. The company organises and decides nothing (requirements §1): until there is a result
 * it sends back what has to be done again; from then on only the approver may, unless the panel could no longer decide.
 */
export function maySendBack(theCase: Case, as: string | undefined): boolean {
  if (as === 'approver') return hasAResult(theCase)
  return !hasAResult(theCase) || !canDecide(theCase)
}

/**
 * The reason that the market reads when a case is sent back. With prices open, the full reason may speak of prices and scores,
 * and bidders who tender again would read it: so it stays on the record, and the market reads a sentence that tells nothing of
 * them (decision 6). Once letters are out, their bidders are owed why these no longer stand.
 */
export function toTheMarket(theCase: Result & Pick<Case, 'decision'>): { toTheMarket?: string } {
  const { evaluation, decision } = theCase
  const isAnnounced = decision !== undefined && 'announcedAt' in decision
  const pricesAreOpen = evaluation !== undefined && 'prices' in evaluation
  return pricesAreOpen && !isAnnounced ? { toTheMarket: 'The case was sent back to an earlier stage.' } : {}
}
