import type { Case } from '../case/case.ts'
import { type DecisionIn, standstillNow } from '../decision/decision.ts'
import { notEvaluated } from '../decision/letter.ts'
import { toEverybody } from '../decision/represented.ts'
import { endAfterFurtherDecision, type StandstillRuleSet } from '../decision/standstill.ts'
import { evaluators } from '../evaluation/members.ts'
import { viewRanking, viewTerms } from '../evaluation/view.ts'
import { asItStands } from '../evaluation/without-excluded.ts'
import { refuseUnless } from '../refusal.ts'
import { chosen } from '../tender/few-tenders.ts'
import { bidders } from '../tender/tender.ts'
import {
  publicAfterAward,
  publicChallenges,
  publicConflicts,
  publicDraws,
  publicExclusions,
  publicModeration,
  publicNominations,
  publicNotAgreed,
  publicNotRanked,
  publicProposal,
  publicRobustness,
} from './public-parts.ts'

/** The panel has decided, and the bidders know: there is a record for everybody. */
export const isDecided = ({ decision }: Case): boolean =>
  decision?.status === 'awarded' || decision?.status === 'not awarded'

/**
 * The decision record: the whole story, public once the contract is awarded or it is sure that none is (requirements §7).
 * But who sat on the panel, nothing in it is of a single member: votes are tallies, reasons stand in the order of their
 * words, scores are those that counted, and of members left out there is the number. The case must have been loaded with its
 * draws and score sheets.
 */
export function viewDecisionRecord(theCase: Case) {
  const { id, head, life, proposal, panel, decision, tender } = theCase
  refuseUnless(
    decision?.status === 'awarded' || decision?.status === 'not awarded',
    'NotFound',
    'There is no decision record: this case has not been decided.',
  )
  const afterAward = publicAfterAward(theCase)
  const result = viewResult(theCase)
  const members = evaluators(asItStands(theCase))
  return {
    caseId: id,
    head,
    title: proposal.form.title,
    area: proposal.form.area,
    outcome: decision.status,
    ...(decision.recommendation.outcome === 'award' && { winner: decision.recommendation.organisationId }),
    story: stagesOf(life),
    proposal: publicProposal(theCase),
    nominations: publicNominations(theCase),
    conflicts: publicConflicts(theCase),
    draws: publicDraws(theCase),
    panel: {
      // Who evaluated what the decision rests on. Of anybody excluded, also of a chair, the record says how many, not who.
      members,
      ...(panel?.chair?.status === 'chosen' && members.includes(panel.chair.person) && { chair: panel.chair.person }),
      ...(panel?.standing && { standing: { area: panel.standing.area, until: panel.standing.until } }),
    },
    earlierRounds: (tender?.earlier ?? []).map(({ round, publishedAt, tenders, ended }) => ({
      round,
      publishedAt,
      tenders: Object.keys(tenders).length,
      endedAt: ended.at,
      because: ended.because,
    })),
    specificationVersion: tender && tender.status !== 'due' ? tender.terms.specificationVersion : undefined,
    ...result,
    notRanked: publicNotRanked(theCase, result.notRanked),
    decision: recordOf(decision, theCase.ruleBook.decision.standstill),
    challenges: publicChallenges(theCase),
    ...(afterAward && { afterAward }),
  }
}
export type DecisionRecord = ReturnType<typeof viewDecisionRecord>

/** In their order. Each milestone after the award is an attempt of its own at the one stage that they all are in. */
function stagesOf({ path }: Case['life']) {
  const [before, after] = [
    path.filter(({ stage }) => stage !== 'after-award'),
    path.filter(({ stage }) => stage === 'after-award'),
  ]
  const [first, last] = [after[0], after.at(-1)]
  const stages = first && last ? [...before, { ...first, left: last.left }] : before
  return stages.map(({ stage, entered, left }) => ({ stage, entered, left }))
}

/**
 * What the tenders came to, by the scores that stand, without a word of a single member. The case must have been loaded
 * with its score sheets.
 */
export function viewResult(asMade: Case) {
  const theCase = asItStands(asMade)
  const robustness = publicRobustness(theCase)
  return {
    ...publicFewTenders(theCase),
    ...publicRanking(theCase),
    moderation: publicModeration(theCase),
    notAgreed: publicNotAgreed(theCase),
    ...(robustness && { robustness }),
    ...publicExclusions(asMade),
  }
}
export type Result = ReturnType<typeof viewResult>

/** The ranking for everybody: how many members were left out, and not who. Where nothing was scored, what was to be scored by. */
function publicRanking(theCase: Case) {
  if (theCase.evaluation?.status !== 'ranked') {
    const notRanked = bidders(theCase.tender).map((organisationId) => ({
      organisationId,
      reasons: notEvaluated(theCase),
    }))
    return { ...viewTerms(theCase), ranking: [], notRanked, leftOut: 0 }
  }
  const { leftOut, ...ranking } = viewRanking(theCase)
  return { ...ranking, leftOut: leftOut.length }
}

/** Where fewer than two tenders came: what the panel chose, and why. */
function publicFewTenders(theCase: Case) {
  const few = chosen(theCase)
  if (!few) return {}
  const { choice, reasons, present, at } = few
  return { fewTenders: { tenders: bidders(theCase.tender).length, choice, reasons, members: present.length, at } }
}

function recordOf(decision: DecisionIn<'awarded' | 'not awarded'>, ruleSet: StandstillRuleSet) {
  const {
    sitting,
    returned,
    vote,
    reasons,
    confirmation,
    announcedAt,
    standstill,
    published,
    representations,
    superseded,
  } = decision
  const open = standstill && standstillNow({ standstill, published })
  // By an answer that came late in it (SI 2023/1348, reg. 12).
  const last = representations
    .flatMap(({ afterAward, answer }) => (answer && !afterAward ? answer.at : []))
    .sort()
    .at(-1)
  const heldUntil = open && last !== undefined ? endAfterFurtherDecision(ruleSet, open, last) : undefined
  return {
    sitting,
    returned,
    votes: vote.rounds.map(({ tally, countedAt }) => ({ tally, countedAt })),
    reasons,
    confirmation,
    announcedAt,
    ...(open && { standstill: open }),
    ...(open && heldUntil !== undefined && heldUntil > open.ends && { standstillHeldUntil: heldUntil }),
    ...(published && { published: { on: published.on, reference: published.reference } }),
    representations: representations.map(toEverybody),
    superseded: superseded.map((one) => ({ ...one, representations: one.representations.map(toEverybody) })),
    ...(decision.status === 'awarded' && { awardedAt: decision.awardedAt }),
  }
}
