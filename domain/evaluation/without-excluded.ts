import type { Case } from '../case/case.ts'
import { votingIn } from '../panel/voting.ts'
import { type LeftOut, resultWithout } from './robustness/robustness.ts'

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
 * The result without the members who were excluded since the tenders were ranked: neither their scores nor what they took part
 * in agreeing (requirements §4). Undefined where nobody was. The case must have been loaded with its score sheets.
 */
export function resultWithoutExcluded(theCase: Case): LeftOut | undefined {
  const { evaluation } = theCase
  const members = excludedSinceRanking(theCase)
  if (evaluation?.status !== 'ranked' || members.length === 0) return undefined
  const winner = evaluation.ranking.find(({ place }) => place === 1)?.organisationId
  return resultWithout(theCase, members, 'set aside', winner)
}

/** Who comes first in it, if a quorum's scores are left: on fewer no contract is awarded, before the ranking or after it. */
export function winnerWithoutExcluded(theCase: Case): string | undefined {
  const { evaluation } = theCase
  const left = evaluation?.status === 'ranked' ? evaluation.counted.scoring : []
  const excluded = excludedSinceRanking(theCase)
  const scoring = left.filter((member) => !excluded.includes(member))
  return scoring.length < votingIn(theCase).quorum ? undefined : resultWithoutExcluded(theCase)?.winner
}
