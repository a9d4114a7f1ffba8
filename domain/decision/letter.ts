import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { exclusionForPrice } from '../compliance/compliance.ts'
import { correctedInWords } from '../evaluation/corrected-in-words.ts'
import { isMatter } from '../evaluation/evaluation.ts'
import { exact, plain, rounded } from '../evaluation/exact.ts'
import { disregardedBecause } from '../evaluation/low-price.ts'
import { countedSheets } from '../evaluation/members.ts'
import { moderationOf, whyMedian } from '../evaluation/moderation.ts'
import { pounds } from '../evaluation/pounds.ts'
import { pricePoints } from '../evaluation/price-formula.ts'
import { HIGHEST_SCORE, type Ranked, settledBy, unranked } from '../evaluation/rank.ts'
import { ruledByExcluded, ruledInWords } from '../evaluation/ruled-by-excluded.ts'
import { scoresOf } from '../evaluation/scored-tenders.ts'
import { outSince, tooFewScores } from '../evaluation/since-in-words.ts'
import { termsOf } from '../evaluation/view.ts'
import { sinceRanking } from '../evaluation/without-excluded.ts'
import { isConfidential } from '../tender/confidential.ts'
import { chosen } from '../tender/few-tenders.ts'
import type { PublishedTerms } from '../tender/tender.ts'
import type { DecisionIn, Letter } from './decision.ts'

interface Records {
  /** With the result of the scores that stand (evaluation/without-excluded.ts). */
  theCase: Case
  /** With the ranking as it was made. */
  asMade: Case
  /** Of organisations, by identifier. */
  names: Record<string, string>
  /** The company that runs the panel, by name. */
  from?: string
  criteria: PublishedTerms['criteria']
}

/**
 * Assembles a bidder's letter from the record and nothing else. The case must have been loaded with its score sheets.
 * Members' reasons are given without their names.
 */
export function assembleLetter(
  records: Records,
  organisationId: string,
  {
    recommendation,
    reasons,
    vote,
    confirmation,
  }: Pick<DecisionIn<'confirmed'>, 'recommendation' | 'reasons' | 'vote' | 'confirmation'>,
): Letter {
  const { theCase } = records
  // Not ranked where the panel did not go on with the one tender that came.
  const evaluation = theCase.evaluation?.status === 'ranked' ? theCase.evaluation : undefined
  const ranking = evaluation?.ranking ?? []
  const own = ranking.find((one) => one.organisationId === organisationId) ?? scoredAndOut(records, organisationId)
  const winnerId = recommendation.outcome === 'award' ? recommendation.organisationId : undefined
  const winner = ranking.find((one) => one.organisationId === winnerId)
  const named = [organisationId, ...(winnerId === undefined ? [] : [winnerId])]
  return {
    organisationId,
    names: Object.fromEntries(named.map((id) => [id, records.names[id] ?? id])),
    reference: {
      caseId: theCase.id,
      ...(records.from !== undefined && { from: records.from }),
      decidedAt: vote.rounds.at(-1)?.countedAt ?? confirmation.at,
      confirmedAt: confirmation.at,
    },
    outcome:
      winnerId === undefined ? 'not awarded' : winnerId === organisationId ? 'awarded to you' : 'awarded to another',
    ...(winnerId !== undefined && { winner: winnerId }),
    head: { hash: theCase.head.hash },
    notCompliant: evaluation
      ? [
          ...(evaluation.findings.find((one) => one.organisationId === organisationId)?.reasons ?? []),
          ...exclusionForPrice(theCase, organisationId),
          ...disregardedBecause(evaluation, organisationId),
          ...(own ? belowMinimum(records, own) : []),
        ]
      : notEvaluated(theCase),
    ...(own?.place !== undefined && { place: own.place }),
    placed: ranking.filter(({ place }) => place !== undefined).length,
    ...(own && { own: ownMarks(records, own) }),
    ...(winner && winner !== own && { winners: winnersMarks(records, winner) }),
    ...tieOf(records, own, winner),
    withoutExcluded: withoutExcluded(records, organisationId, winnerId),
    wouldHaveScoredMore: own ? wouldHaveScoredMore(records, own, winner) : [],
    reasons,
  }
}

/** Scored, and excluded or disregarded for its price since: its bidder is owed its scores and their reasons all the same. */
function scoredAndOut({ theCase, criteria }: Records, organisationId: string): Ranked | undefined {
  const scores = theCase.evaluation?.status === 'ranked' ? scoresOf(theCase, organisationId) : undefined
  return scores && unranked({ criteria }, { organisationId, scores })
}

/** Why the one tender that came was not scored; its price was never opened. */
export const notEvaluated = (theCase: Pick<Case, 'tender'>): string[] => {
  const few = chosen(theCase)
  return few
    ? [
        'It was the only tender, and the panel chose not to continue with it. It was not scored, and its price was not opened.',
        few.reasons,
      ]
    : []
}

/**
 * Where members were excluded since the ranking: that the result is the one of the other scores; and, as it was made with them, where the
 * bidder was, and where the successful tender was; nobody else's place.
 */
function withoutExcluded({ asMade, names }: Records, organisationId: string, winnerId: string | undefined): string[] {
  const rulings = ruledByExcluded(asMade)
    .filter((one) => one.organisationId === organisationId || one.organisationId === winnerId)
    .map((one) => ruledInWords(one, names[one.organisationId] ?? one.organisationId, one.people.length))
  const since = sinceRanking(asMade)
  if (!since) return rulings
  const places = since.asMade
    .filter((one) => one.organisationId === organisationId || one.organisationId === winnerId)
    .map((one) => {
      const who = one.organisationId === organisationId ? 'your tender' : (names[one.organisationId] ?? winnerId)
      return `${who} had ${rounded(one.total)} points and ${one.place === undefined ? 'was not ranked' : `came in place ${one.place}`}`
    })
  return [
    `${outSince(since)} The decision rests on the result without their scores, and without what was agreed with them. The places, scores and reasons in this letter are of that result.`,
    ...(since.scoring < since.quorum ? [tooFewScores(since)] : []),
    ...(places.length > 0 ? [`In the ranking as it was first made, ${places.join('; ')}.`] : []),
    ...rulings,
  ]
}

/** Two equal totals are told apart by a rule that was published: without it a letter would not say why its bidder lost. */
function tieOf({ theCase }: Records, own: Ranked | undefined, winner: Ranked | undefined): Pick<Letter, 'tie'> {
  const { evaluation } = theCase
  if (!own || !winner || own === winner || evaluation?.status !== 'ranked') return {}
  if (own.place === undefined || own.total !== winner.total) return {}
  const by = settledBy(termsOf(theCase), evaluation.seed, winner, own)
  return by === undefined ? {} : { tie: by }
}

/** A tender below a minimum has no place: which, and by how much it is missed. */
const belowMinimum = (records: Records, own: Ranked): string[] =>
  marks(records, own)
    .filter(({ criterionId }) => own.belowMinimum.includes(criterionId))
    .map(({ criterionId, title, score }) => {
      const minimum = records.criteria.find(({ id }) => id === criterionId)?.minimum
      return `“${title}”: the score of ${plain(score)} is below the published minimum of ${minimum}, and a tender below a minimum is not ranked.`
    })

const marks = ({ criteria }: Records, ranked: Ranked) =>
  ranked.criteria.map(({ criterionId, weight, score, points, basis }) => ({
    criterionId,
    title: criteria.find(({ id }) => id === criterionId)?.title ?? criterionId,
    weight,
    score,
    points,
    basis,
  }))

/**
 * The most bytes of reasons in a letter. An item of the table holds 400 KB, so not every reason of a large panel that wrote at
 * length fits.
 */
const LONGEST_REASONS = 230_000
/** Of the successful tender, in the letter of another. */
const LONGEST_REASONS_OF_WINNER = 100_000

const bytesOf = (reasons: readonly string[]): number =>
  reasons.reduce((sum, reason) => sum + new TextEncoder().encode(reason).length, 0)

/** As many of the reasons as fit into so many bytes, and how many more there are. */
export function withinLength(reasons: string[], bytes: number): string[] {
  const fitting = reasons.filter((_, index) => bytesOf(reasons.slice(0, index + 1)) <= bytes)
  const more = reasons.length - fitting.length
  return more === 0
    ? fitting
    : [...fitting, `${more} more reasons are on the record: ask the programme manager for them.`]
}

/**
 * Why a tender scored as it did, criterion by criterion, without a word of who said what: what the panel agreed of it, with each
 * score that was recorded before and why it was corrected, apart from what members wrote when they scored alone.
 */
function reasonsOf({ theCase }: Records, { organisationId, criteria }: Ranked, bytes: number) {
  const sheets = countedSheets(theCase).filter((sheet) => sheet.organisationId === organisationId)
  const { moderated, notAgreed } = moderationOf(theCase)
  const median = whyMedian(theCase)
  return (criterionId: string): { agreed: string[]; reasons: string[] } => {
    const same = isMatter({ organisationId, criterionId })
    const all = [
      ...moderated
        .filter(same)
        .map(({ score, reason, ...more }) => `Agreed: ${score}. ${reason}${correctedInWords(more)}`),
      // Why the panel did not agree is why the median stands.
      ...notAgreed.filter(same).map(({ reason, ...more }) => `${reason}${correctedInWords(more)}`),
      ...[median({ organisationId, criterionId })].flatMap((why) => why ?? []),
    ]
    const agreed = withinLength(all, bytes / criteria.length)
    return {
      agreed,
      reasons: withinLength(
        // In the order of their words: in the order of the members they would say who gave which.
        sheets.flatMap(({ scores }) => scores[criterionId]?.rationale ?? []).sort(),
        bytes / criteria.length - bytesOf(agreed),
      ),
    }
  }
}

function ownMarks(records: Records, own: Ranked): Letter['own'] {
  const reasons = reasonsOf(records, own, LONGEST_REASONS)
  return {
    criteria: marks(records, own).map((mark) => ({
      ...mark,
      ...reasons(mark.criterionId),
      belowMinimum: own.belowMinimum.includes(mark.criterionId),
    })),
    quality: own.quality,
    ...(own.price && { price: { pence: own.price.pence, points: own.price.points } }),
    total: own.total,
  }
}

/** With why it was successful, as both laws ask, but for what its bidder marked as confidential (decision 35). */
function winnersMarks(records: Records, winner: Ranked): Letter['winners'] {
  const { theCase } = records
  const reasons = reasonsOf(records, winner, LONGEST_REASONS_OF_WINNER)
  const whyOf = (criterionId: string) =>
    isConfidential(theCase, winner.organisationId, criterionId) ? { withheld: true } : reasons(criterionId)
  return {
    criteria: marks(records, winner).map((mark) => ({ ...mark, ...whyOf(mark.criterionId) })),
    quality: winner.quality,
    pricePoints: winner.price?.points ?? '0',
    total: winner.total,
  }
}

/** Where points were lost, most first; beside it what the winner had, and what the price cost. */
function wouldHaveScoredMore(records: Records, own: Ranked, winner: Ranked | undefined): string[] {
  const compared = winner === own ? undefined : winner
  const lost = marks(records, own)
    .map((mark) => ({ ...mark, lost: new Fraction(mark.weight).sub(mark.points) }))
    .filter((mark) => mark.lost.gt(0))
    .sort((one, other) => other.lost.compare(one.lost))
    .map(({ criterionId, title, score, lost }) => {
      const theirs = compared?.criteria.find((one) => one.criterionId === criterionId)?.score
      const beside = theirs === undefined ? '' : `; the successful tender scored ${plain(theirs)}`
      return `“${title}”: a score of ${HIGHEST_SCORE} instead of ${plain(score)} would have earned ${rounded(exact(lost))} more points${beside}.`
    })
  const { price } = own
  if (!price || price.pence === price.lowestPence) return lost
  const { share, pence, lowestPence, points } = price
  // By the published formula: with a ceiling, the lowest price may earn no more than this one.
  const lowest = pricePoints(termsOf(records.theCase).priceFormula, { share, pence: lowestPence, lowestPence })
  const behind = exact(new Fraction(lowest).sub(points))
  if (behind === '0') return [...lost, `Price: ${pounds(pence)} earned as many points as the lowest price tendered.`]
  return [...lost, `Price: at the lowest price tendered, your tender would have earned ${rounded(behind)} more points.`]
}
