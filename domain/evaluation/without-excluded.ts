import type { Case } from '../case/case.ts'
import { votingIn } from '../panel/voting.ts'
import type { Instant } from '../time/instant.ts'
import type { At } from './evaluation.ts'
import { scorers, scoresAreQuorate } from './members.ts'
import { rank } from './rank.ts'
import { firstOf, type Standing, standings } from './robustness/robustness.ts'
import { scoredTenders } from './scored-tenders.ts'
import { termsOf } from './view.ts'

/** Who was excluded between the ranking and the award, or the decision that there is none. */
export function excludedSinceRanking({ evaluation, decision }: Pick<Case, 'evaluation' | 'decision'>): string[] {
  if (evaluation?.status !== 'ranked') return []
  return evaluation.excludedSince.filter(beforeItWasDecided(decision)).map(({ person }) => person)
}

/** Whoever is excluded after the award, or the decision that there is none, changes nothing of it. */
export const beforeItWasDecided = (decision: Case['decision']): ((one: { at: Instant }) => boolean) => {
  const until =
    decision?.status === 'awarded'
      ? decision.awardedAt
      : decision?.status === 'not awarded'
        ? decision.announcedAt
        : undefined
  return ({ at }) => until === undefined || at <= until
}

/**
 * The case with the one result of scores that stand. Whoever was excluded since the tenders were ranked had not been there: their scores
 * count no more, nor does what they took part in agreeing, and the ranking is made again (requirements §4). The panel decides on it,
 * and letters, the decision record, the approver's paper, the open data, the pack and the pages take scores, reasons, places and
 * robustness from it and from nowhere else, so that nothing is awarded, or explained, by scores that are set aside (decision 41). The same case where nobody
 * was. It must have been loaded with its score sheets.
 */
export function asItStands(theCase: Case): Case {
  const { evaluation } = theCase
  const out = excludedSinceRanking(theCase)
  if (evaluation?.status !== 'ranked' || out.length === 0) return theCase
  const left = (people: readonly string[]) => people.filter((person) => !out.includes(person))
  const counted = { sitting: left(evaluation.counted.sitting), scoring: left(evaluation.counted.scoring) }
  const without = withEvaluation(theCase, { ...evaluation, counted })
  return withEvaluation(theCase, {
    ...evaluation,
    counted,
    ranking: rank(termsOf(without), scoredTenders(without), evaluation.seed),
  })
}

/**
 * The nouns besides the evaluation are read from the case when they are asked for: that is how a disclosure pack knows which of
 * them a part rests on (disclosure/contents.ts).
 */
const withEvaluation = (theCase: Case, evaluation: At<'ranked'>): Case =>
  Object.create(theCase, { evaluation: { value: evaluation, enumerable: true } })

/** What stands beside the result where members were excluded since the tenders were ranked: how these were ranked with them, in short. */
export interface SinceRanking extends ReturnType<typeof scoresLeft> {
  members: string[]
  asMade: Standing[]
  /** Another tender, or none, comes first without them. */
  changesTheWinner: boolean
}

/** Undefined where nobody was excluded. */
export function sinceRanking(theCase: Case): SinceRanking | undefined {
  const members = excludedSinceRanking(theCase)
  if (members.length === 0) return undefined
  const asMade = rankingOf(theCase)
  return {
    members,
    asMade: standings(asMade),
    changesTheWinner: firstOf(rankingOf(asItStands(theCase))) !== firstOf(asMade),
    ...scoresLeft(theCase),
  }
}

/** Whose scores still count, and of how many they must for a contract to be awarded. */
export function scoresLeft(theCase: Case): { scoring: number; quorum: number } {
  const out = excludedSinceRanking(theCase)
  const scoring = scorers(theCase).filter((member) => !out.includes(member)).length
  return { scoring, quorum: votingIn(theCase).quorum }
}

/** In the order of their places; empty before the tenders are ranked. */
export const rankingOf = ({ evaluation }: Pick<Case, 'evaluation'>) =>
  evaluation?.status === 'ranked' ? evaluation.ranking : []

/**
 * The tender to which the contract can be awarded: the first by the scores that stand, if these are a quorum's (requirements §6). On fewer
 * nothing is awarded, before the ranking or after it: the panel decides to tender again or to award nothing. Loaded with its score sheets.
 */
export function awardable(theCase: Case): string | undefined {
  const standing = asItStands(theCase)
  return scoresAreQuorate(standing) ? firstOf(rankingOf(standing)) : undefined
}
