import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { votingMembers } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import type { QualityContent } from '../tender/content.ts'
import type { PublishedTerms } from '../tender/tender.ts'
import type { DraftScores, Notes } from './draft.ts'
import { type Evaluation, type ScoreSheet, scoringHasClosed } from './evaluation.ts'
import { rounded } from './exact.ts'
import { disregardedBecause } from './low-price.ts'
import { setAside } from './moderation.ts'
import { isStopped, scoringIsStopped } from './stopped.ts'
import { expand } from './terms.ts'

type Checked = Exclude<Evaluation, { status: 'due' }>

/** @throws Refusal `TooEarly` while the tenders are being checked */
export function checked({ evaluation }: Case): Checked {
  refuseUnless(!(evaluation?.status === 'due' && isStopped(evaluation)), 'TooEarly', scoringIsStopped)
  refuseUnless(
    evaluation && evaluation.status !== 'due',
    'TooEarly',
    'The tenders are being checked. Try again in a minute.',
  )
  return evaluation
}

export function termsOf({ tender }: Case): PublishedTerms {
  refuseUnless(tender && tender.status !== 'due', 'TooEarly', 'No tender has been published.')
  return tender.terms
}

/** What a member scores from: the tenders' own words. */
export interface OwnWork {
  contents: Record<string, QualityContent>
  /** The member's own, by tender. */
  drafts: Record<string, Kept<DraftScores>>
  notes: Record<string, Kept<Notes>>
  sheets: Record<string, ScoreSheet>
}

/** What a member keeps for themselves, by criterion, and which version of it this is. */
export interface Kept<Entries> {
  version: number
  savedAt: string
  entries: Entries
}

/**
 * What a member sees while scoring: tenders, criteria, their own drafts and sheets. Nothing in it depends on what other
 * members have done (requirements §6).
 */
export function viewScoring(theCase: Case, { contents, drafts, notes, sheets }: OwnWork) {
  const evaluation = checked(theCase)
  const { criteria } = termsOf(theCase)
  const { wait } = theCase.life
  return {
    scoring: scoringHasClosed(evaluation) ? ('closed' as const) : ('open' as const),
    round: evaluation.round,
    title: theCase.proposal.form.title,
    ...(wait?.name === 'scores' && { dueAt: wait.dueAt }),
    criteria,
    tenders: evaluation.tenders.map((organisationId) => {
      const sheet = sheets[organisationId]
      return {
        organisationId,
        ...contents[organisationId],
        ...(drafts[organisationId] && { draft: drafts[organisationId] }),
        ...(notes[organisationId] && { notes: notes[organisationId] }),
        ...(sheet && { submitted: { scores: sheet.scores, at: sheet.submittedAt } }),
      }
    }),
  }
}

/** The programme manager's: how far scoring and moderation are, never a score. */
export function viewProgress(theCase: Case) {
  const evaluation = checked(theCase)
  const submitted = evaluation.submitted ?? {}
  return {
    status: evaluation.status,
    findings: evaluation.findings,
    tenders: evaluation.tenders.length,
    members: votingMembers(theCase.panel).map((member) => ({ member, scored: submitted[member]?.length ?? 0 })),
    // How many criteria spread too far says something of the scores: that is the panel's (decision 24).
    ...(scoringHasClosed(evaluation) && { leftOut: evaluation.leftOut }),
  }
}

/** What tenders are ranked by. */
export function viewTerms(theCase: Case) {
  const { criteria, priceShare, priceFormula } = termsOf(theCase)
  return {
    criteria: criteria.map(({ id, title, weight, minimum }) => ({
      id,
      title,
      weight,
      ...(minimum !== undefined && { minimum }),
    })),
    priceShare,
    priceFormula,
  }
}

/** The ranking, once the prices are opened: exact, rounded to be read, and every total with its terms. */
export function viewRanking(theCase: Case) {
  const { evaluation } = theCase
  refuseUnless(
    evaluation?.status === 'ranked',
    'TooEarly',
    'There is no ranking until moderation has closed and the prices are opened.',
  )
  const terms = termsOf(theCase)
  const { ranking, seed, findings, prices, rankedAt, leftOut } = evaluation
  return {
    rankedAt,
    ...viewTerms(theCase),
    ranking: ranking.map((ranked) => ({ ...ranked, shown: rounded(ranked.total), terms: expand(ranked, terms) })),
    notRanked: [
      ...findings.filter(({ reasons }) => reasons.length > 0),
      ...prices.flatMap(({ organisationId }) => {
        const reasons = [
          ...exclusionForPrice(theCase, organisationId),
          ...disregardedBecause(evaluation, organisationId),
        ]
        return reasons.length > 0 ? [{ organisationId, reasons }] : []
      }),
    ],
    leftOut,
    excludedBefore: {
      members: evaluation.finished.filter((member) => !evaluation.counted.scoring.includes(member)).length,
      setAside: setAside(theCase),
    },
    ties: {
      rules:
        'Equal totals: more quality points; then the higher score, criterion by criterion from the greatest weight; then a lot.',
      seed,
      numbers: prices.flatMap((price) =>
        'pence' in price ? [{ organisationId: price.organisationId, number: price.number }] : [],
      ),
    },
  }
}
