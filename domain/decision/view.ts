import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { viewRanking } from '../evaluation/view.ts'
import { chair, votingMembers } from '../panel/panel.ts'
import { require } from '../refusal.ts'
import { viewVote } from '../vote/view.ts'
import { type Decision, isAnnounced, type Letter, letterKey } from './decision.ts'

/** Where the decision stands, for those who make it and those who read the record. */
export function viewDecision({ decision, panel }: Case, { person }: Viewer) {
  require(decision, 'TooEarly', 'The case has not come to its decision.')
  const { status, sitting, returned } = decision
  return {
    status,
    sitting,
    returned,
    chair: chair(panel),
    ...('vote' in decision && { vote: viewVote(decision.vote, votingMembers(panel), person.id) }),
    ...('recommendation' in decision && { recommendation: decision.recommendation, reasons: decision.reasons }),
    ...('confirmation' in decision && { confirmation: decision.confirmation }),
    ...(isAnnounced(decision) && {
      announcedAt: decision.announcedAt,
      ...(decision.standstill && { standstill: decision.standstill }),
      representations: decision.representations,
    }),
  }
}

/** A bidder's own letter, once the outcome is announced; and the standstill, with their own representations. */
export function viewLetter(theCase: Case, organisationId: string) {
  const { decision, letters } = theCase
  const own = isAnnounced(decision) ? letters?.[letterKey(decision.sitting, organisationId)] : undefined
  require(isAnnounced(decision) && own, 'NotFound', 'There is no letter to your organisation in this case.')
  return {
    letter: own satisfies Letter,
    announcedAt: decision.announcedAt,
    ...(decision.standstill && { standstill: decision.standstill }),
    representations: decision.representations.filter((one) => one.organisationId === organisationId),
  }
}

/**
 * The decision record: public once the contract is awarded, or the case has ended without an award (requirements §7).
 * But who sat on the panel, nothing in it is of a single member: votes are tallies, reasons stand in the order of their
 * words, scores are those that counted, and of members left out there is the number.
 */
export function viewDecisionRecord(theCase: Case) {
  const { id, head, life, proposal, panel, decision, tender } = theCase
  const over = life.status === 'ended' && (decision?.status === 'awarded' || decision?.status === 'not awarded')
  require(over, 'NotFound', 'There is no decision record: this case has not been decided.')
  return {
    caseId: id,
    head,
    title: proposal.form.title,
    area: proposal.form.area,
    outcome: life.outcome,
    ...(decision.recommendation.outcome === 'award' && { winner: decision.recommendation.organisationId }),
    story: life.path.map(({ stage, entered, left }) => ({ stage, entered, left })),
    panel: { members: votingMembers(panel), chair: chair(panel) },
    specificationVersion: tender && tender.status !== 'due' ? tender.terms.specificationVersion : undefined,
    ...publicRanking(theCase),
    decision: recordOf(decision),
  }
}

/** The ranking for everybody: how many members were left out, and not who. */
function publicRanking(theCase: Case) {
  const { leftOut, ...ranking } = viewRanking(theCase)
  return { ...ranking, leftOut: leftOut.length }
}

function recordOf(decision: Extract<Decision, { status: 'awarded' | 'not awarded' }>) {
  const { sitting, returned, vote, reasons, confirmation, announcedAt, standstill, representations } = decision
  return {
    sitting,
    returned,
    votes: vote.rounds.map(({ tally, countedAt }) => ({ tally, countedAt })),
    reasons,
    confirmation,
    announcedAt,
    ...(standstill && { standstill }),
    representations: representations.map(({ text: _, organisationId: __, ...rest }) => rest),
    ...(decision.status === 'awarded' && { awardedAt: decision.awardedAt }),
  }
}
