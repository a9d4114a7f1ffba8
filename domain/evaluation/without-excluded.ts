import type { Case } from '../case/case.ts'
import { votingIn } from '../panel/voting.ts'
import type { At } from './evaluation.ts'
import { rank } from './rank.ts'
import { firstOf, type LeftOut, standings } from './robustness/robustness.ts'
import { scoredTenders } from './scored-tenders.ts'
import { termsOf } from './view.ts'

/** Who was excluded between the ranking and the award, or the decision that there is none; whoever is later changes nothing of it. */
export function excludedSinceRanking({ evaluation, decision }: Pick<Case, 'evaluation' | 'decision'>): string[] {
  if (evaluation?.status !== 'ranked') return []
  const until =
    decision?.status === 'awarded'
      ? decision.awardedAt
      : decision?.status === 'not awarded'
        ? decision.announcedAt
        : undefined
  return evaluation.excludedSince.filter(({ at }) => until === undefined || at <= until).map(({ person }) => person)
}

/**
 * The case as if the members who were excluded since the tenders were ranked had not been there when they were: their scores count no
 * more, nor does what they took part in agreeing, and the ranking is made again (requirements §4). The same case where nobody was. The
 * case must have been loaded with its score sheets.
 */
export function asWithoutExcluded(theCase: Case): Case {
  const { evaluation } = theCase
  const out = excludedSinceRanking(theCase)
  if (evaluation?.status !== 'ranked' || out.length === 0) return theCase
  const left = (people: readonly string[]) => people.filter((person) => !out.includes(person))
  const counted = { sitting: left(evaluation.counted.sitting), scoring: left(evaluation.counted.scoring) }
  const without = withEvaluation(theCase, { ...evaluation, counted })
  // Without everybody who scored there is nothing to rank.
  const ranking = counted.scoring.length > 0 ? rank(termsOf(without), scoredTenders(without), evaluation.seed) : []
  return withEvaluation(theCase, { ...evaluation, counted, ranking })
}

/** It reads the other nouns from the case as they are asked for: a pack says by that which of them a part of it rests on (disclosure/contents.ts). */
const withEvaluation = (theCase: Case, evaluation: At<'ranked'>): Case =>
  Object.create(theCase, { evaluation: { value: evaluation, enumerable: true } })

/** The result without the members who were excluded since the tenders were ranked, in short. Undefined where nobody was. */
export function resultWithoutExcluded(theCase: Case): LeftOut | undefined {
  const members = excludedSinceRanking(theCase)
  if (members.length === 0) return undefined
  const [asMade, ranking] = [rankingOf(theCase), rankingOf(asWithoutExcluded(theCase))]
  const winner = firstOf(ranking)
  return {
    members,
    ranking: standings(ranking),
    ...(winner !== undefined && { winner }),
    changesTheWinner: winner !== firstOf(asMade),
  }
}

/** In the order of their places; empty before the tenders are ranked. */
export const rankingOf = ({ evaluation }: Pick<Case, 'evaluation'>) =>
  evaluation?.status === 'ranked' ? evaluation.ranking : []

/** Who comes first in it, if a quorum's scores are left: on fewer no contract is awarded, before the ranking or after it. */
export function winnerWithoutExcluded(theCase: Case): string | undefined {
  const { evaluation } = theCase
  const left = evaluation?.status === 'ranked' ? evaluation.counted.scoring : []
  const excluded = excludedSinceRanking(theCase)
  const scoring = left.filter((member) => !excluded.includes(member))
  return scoring.length < votingIn(theCase).quorum ? undefined : resultWithoutExcluded(theCase)?.winner
}
