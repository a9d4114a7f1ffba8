import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { viewRanking } from '../evaluation/view.ts'
import { chair, votingMembers } from '../panel/panel.ts'
import type { Paper } from '../paper/paper.ts'
import { require } from '../refusal.ts'
import { viewVote } from '../vote/view.ts'
import { type Announced, type Decision, isAnnounced, type Letter, letterKey, type Representation } from './decision.ts'
import { letterPaper } from './letter-paper.ts'

/** Where the decision stands, for those who make it and those who read the record. */
export function viewDecision({ decision, panel }: Case, { person }: Viewer) {
  require(decision, 'TooEarly', 'The case has not come to its decision.')
  const { status, sitting, returned, superseded } = decision
  return {
    status,
    sitting,
    returned,
    superseded,
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

/**
 * A bidder's own letter, once the outcome is announced; and the standstill, with their own representations. Letters of
 * decisions that no longer stand stay readable, and say since when and why they do not.
 */
export function viewLetter({ decision, letters, proposal }: Case, organisationId: string) {
  const own = (announced: Pick<Announced, 'sitting' | 'announcedAt' | 'standstill' | 'representations'>) => {
    const letter: Letter | undefined = letters?.[letterKey(announced.sitting, organisationId)]
    if (!letter) return undefined
    const { announcedAt, standstill, representations } = announced
    return {
      letter,
      paper: letterPaper(letter, { title: proposal.form.title, announcedAt, ...(standstill && { standstill }) }),
      announcedAt,
      ...(standstill && { standstill }),
      representations: representations.filter((one) => one.organisationId === organisationId),
    }
  }
  const current = isAnnounced(decision) ? own(decision) : undefined
  const superseded = (decision?.superseded ?? []).flatMap((one) => {
    const before = own(one)
    return before ? [{ ...before, superseded: { at: one.at, reason: one.reason } }] : []
  })
  require(current || superseded.length > 0, 'NotFound', 'There is no letter to your organisation in this case.')
  return { ...current, superseded }
}

/** The letter that stands, or the last that no longer does. @throws Refusal `NotFound` */
export function latestLetter(theCase: Case, organisationId: string): { paper: Paper; announcedAt: string } {
  const { paper, announcedAt, superseded } = viewLetter(theCase, organisationId)
  const last = superseded.at(-1)
  if (paper && announcedAt !== undefined) return { paper, announcedAt }
  require(last, 'NotFound', 'There is no letter to your organisation in this case.')
  return last
}

/**
 * The decision record: public once the contract is awarded, or the case has ended without an award (requirements §7).
 * But who sat on the panel, nothing in it is of a single member: votes are tallies, reasons stand in the order of their
 * words, scores are those that counted, and of members left out there is the number.
 */
export function viewDecisionRecord(theCase: Case) {
  const { id, head, life, proposal, panel, decision, tender } = theCase
  const over = decision?.status === 'awarded' || decision?.status === 'not awarded'
  require(over, 'NotFound', 'There is no decision record: this case has not been decided.')
  return {
    caseId: id,
    head,
    title: proposal.form.title,
    area: proposal.form.area,
    outcome: decision.status,
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

/** That somebody objected, and what they were answered; not who, nor in what words. */
const unattributed = ({ text: _, organisationId: __, ...rest }: Representation) => rest

function recordOf(decision: Extract<Decision, { status: 'awarded' | 'not awarded' }>) {
  const { sitting, returned, vote, reasons, confirmation, announcedAt, standstill, representations, superseded } =
    decision
  return {
    sitting,
    returned,
    votes: vote.rounds.map(({ tally, countedAt }) => ({ tally, countedAt })),
    reasons,
    confirmation,
    announcedAt,
    ...(standstill && { standstill }),
    representations: representations.map(unattributed),
    superseded: superseded.map((one) => ({ ...one, representations: one.representations.map(unattributed) })),
    ...(decision.status === 'awarded' && { awardedAt: decision.awardedAt }),
  }
}
