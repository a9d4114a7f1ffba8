import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { chair, isMember, votingMembers } from '../panel/panel.ts'
import { Refusal, require } from '../refusal.ts'
import type { QualityContent } from '../tender/content.ts'
import type { PublishedTerms } from '../tender/tender.ts'
import { type Evaluation, type ScoreSheet, scoringHasClosed, sheetKey } from './evaluation.ts'
import { exact, rounded } from './exact.ts'
import { countedSheets } from './members.ts'
import { standing, unmoderated } from './moderation.ts'
import { expand } from './terms.ts'

type Checked = Exclude<Evaluation, { status: 'due' }>

function checked({ evaluation }: Case): Checked {
  require(evaluation &&
    evaluation.status !== 'due', 'TooEarly', 'The tenders are being checked. Try again in a minute.')
  return evaluation
}

export function termsOf({ tender }: Case): PublishedTerms {
  require(tender && tender.status !== 'due', 'TooEarly', 'No tender has been published.')
  return tender.terms
}

/** What a member scores from: the tenders' own words. */
export interface OwnWork {
  contents: Record<string, QualityContent>
  /** The member's own drafts, by tender. */
  drafts: Record<string, unknown>
}

/**
 * What a member sees while scoring: tenders, criteria, their own drafts and sheets. Nothing in it depends on what other
 * members have done (requirements §6).
 */
export function viewScoring(theCase: Case, member: string, { contents, drafts }: OwnWork) {
  const evaluation = checked(theCase)
  const { criteria } = termsOf(theCase)
  const { wait } = theCase.life
  return {
    scoring: scoringHasClosed(evaluation) ? 'closed' : 'open',
    ...(wait?.name === 'scores' && { dueAt: wait.dueAt }),
    criteria,
    tenders: evaluation.tenders.map((organisationId) => {
      const sheet = theCase.scoreSheets?.[sheetKey({ round: evaluation.round, organisationId, member })]
      return {
        organisationId,
        ...contents[organisationId],
        ...(drafts[organisationId] !== undefined && { draft: drafts[organisationId] }),
        ...(sheet && { submitted: { scores: sheet.scores, at: sheet.submittedAt } }),
      }
    }),
  }
}

/** The programme manager's: how far scoring and moderation are, never a score. */
export function viewProgress(theCase: Case) {
  const evaluation = checked(theCase)
  const submitted = 'submitted' in evaluation ? evaluation.submitted : {}
  return {
    status: evaluation.status,
    findings: evaluation.findings,
    tenders: evaluation.tenders.length,
    members: votingMembers(theCase.panel).map((member) => ({ member, scored: submitted[member]?.length ?? 0 })),
    ...(scoringHasClosed(evaluation) && {
      leftOut: evaluation.leftOut,
      moderation: { matters: evaluation.toModerate.length, open: unmoderated(theCase).length },
    }),
  }
}

/** Individual scores stay the members' own until the ranking: then those who read the record see them too. */
function mustBeDue(evaluation: Evaluation, theCase: Case, person: string): void {
  const due = isMember(theCase.panel, person) ? scoringHasClosed(evaluation) : evaluation.status === 'ranked'
  if (!due) throw new Refusal('TooEarly', 'Nobody sees the scores of others before all are in.')
}

/** What spread too far, who gave what and why; what was agreed, and how it differs from what each member gave. */
export function viewModeration(theCase: Case, person: string) {
  const evaluation = checked(theCase)
  mustBeDue(evaluation, theCase, person)
  if (!scoringHasClosed(evaluation)) return {}
  const sheets = countedSheets(theCase)
  const { criteria } = termsOf(theCase)
  const moderated = standing(theCase)
  const medians = 'medians' in evaluation ? evaluation.medians : []
  return {
    status: evaluation.status,
    chair: chair(theCase.panel),
    matters: evaluation.toModerate.map(({ organisationId, criterionId, lowest, highest }) => {
      const same = (one: { organisationId: string; criterionId: string }) =>
        one.organisationId === organisationId && one.criterionId === criterionId
      const agreed = moderated.find(same)
      const median = medians.find(same)?.median
      return {
        ...{ organisationId, criterionId, lowest, highest },
        title: criteria.find(({ id }) => id === criterionId)?.title,
        given: givenBy(sheets, organisationId, criterionId, agreed ? String(agreed.score) : median),
        ...(agreed && { agreed }),
        ...(median !== undefined && { median }),
      }
    }),
    sheets,
  }
}

/** Who gave what, and by how much what counts is more or less: `+1`, `−1/2`. */
function givenBy(sheets: ScoreSheet[], organisationId: string, criterionId: string, counts: string | undefined) {
  return sheets
    .filter((sheet) => sheet.organisationId === organisationId)
    .flatMap(({ member, scores }) => {
      const given = scores[criterionId]
      return given
        ? [{ member, ...given, ...(counts !== undefined && { difference: difference(counts, given.score) }) }]
        : []
    })
}

function difference(counts: string, given: number): string {
  const by = new Fraction(counts).sub(given)
  return by.equals(0) ? '0' : `${by.gt(0) ? '+' : '−'}${exact(by.abs())}`
}

/** The ranking, once the prices are opened: exact, rounded to be read, and every total with its terms. */
export function viewRanking(theCase: Case) {
  const { evaluation } = theCase
  require(evaluation?.status ===
    'ranked', 'TooEarly', 'There is no ranking before moderation has closed and the prices are opened.')
  const terms = termsOf(theCase)
  const { criteria, priceShare, priceFormula } = terms
  const { ranking, seed, findings, prices, rankedAt, leftOut } = evaluation
  return {
    rankedAt,
    criteria: criteria.map(({ id, title, weight, minimum }) => ({
      id,
      title,
      weight,
      ...(minimum !== undefined && { minimum }),
    })),
    priceShare,
    priceFormula,
    ranking: ranking.map((ranked) => ({ ...ranked, shown: rounded(ranked.total), terms: expand(ranked, terms) })),
    notRanked: [
      ...findings.filter(({ reasons }) => reasons.length > 0),
      ...prices.flatMap((price) =>
        'reason' in price ? [{ organisationId: price.organisationId, reasons: [price.reason] }] : [],
      ),
    ],
    leftOut,
    ties: {
      rules:
        'Equal totals: more quality points; then the higher score, criterion by criterion from the greatest weight; then a lot: the smallest SHA-256 of the canonical JSON [seed, organisationId].',
      seed,
    },
  }
}
