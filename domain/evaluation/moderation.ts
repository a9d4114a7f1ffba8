import type { Case } from '../case/case.ts'
import { votingMembers } from '../panel/panel.ts'
import { type Moderated, type ScoreSheet, scoringHasClosed, type ToModerate } from './evaluation.ts'
import { exact, mean, median } from './exact.ts'
import { type CriterionScore, HIGHEST_SCORE } from './rank.ts'

/** What the members gave on one criterion of one tender. */
export function givenOn(sheets: ScoreSheet[], organisationId: string, criterionId: string): number[] {
  return sheets
    .filter((sheet) => sheet.organisationId === organisationId)
    .flatMap(({ scores }) => scores[criterionId]?.score ?? [])
}

/** @param share hundredths of the scale that scores may spread by before they must be discussed */
export function spreadsTooFar(sheets: ScoreSheet[], criteria: string[], share: number): ToModerate[] {
  const tenders = [...new Set(sheets.map(({ organisationId }) => organisationId))]
  return tenders.flatMap((organisationId) =>
    criteria.flatMap((criterionId) => {
      const given = givenOn(sheets, organisationId, criterionId)
      const [lowest, highest] = [Math.min(...given), Math.max(...given)]
      return (highest - lowest) * 100 > share * HIGHEST_SCORE ? [{ organisationId, criterionId, lowest, highest }] : []
    }),
  )
}

/** Moderated scores that stand: one agreed with a member who has been excluded since is open again (requirements §4). */
export function standing({ evaluation, panel }: Case): Moderated[] {
  if (!scoringHasClosed(evaluation)) return []
  const members = votingMembers(panel)
  return evaluation.moderated.filter(({ present }) => present.every((member) => members.includes(member)))
}

const same = (one: Omit<ToModerate, 'lowest' | 'highest'>, other: Omit<ToModerate, 'lowest' | 'highest'>): boolean =>
  one.organisationId === other.organisationId && one.criterionId === other.criterionId

/** What still has to be discussed. */
export function unmoderated(theCase: Case): ToModerate[] {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const done = standing(theCase)
  return evaluation.toModerate.filter((matter) => !done.some((one) => same(one, matter)))
}

/** Where no agreement came, the median of what was given stands. */
export function medians(theCase: Case, sheets: ScoreSheet[]) {
  return unmoderated(theCase).map(({ organisationId, criterionId }) => ({
    organisationId,
    criterionId,
    median: exact(median(givenOn(sheets, organisationId, criterionId))),
  }))
}

/**
 * The score that counts: the moderated one, or the median where there was no agreement; where nobody was far apart, the
 * mean of what the members gave.
 */
export function criterionScore(
  theCase: Case,
  sheets: ScoreSheet[],
  organisationId: string,
  criterionId: string,
): CriterionScore {
  const { evaluation } = theCase
  const matter = { organisationId, criterionId }
  const moderated = standing(theCase).find((one) => same(one, matter))
  if (moderated) return { criterionId, score: String(moderated.score), basis: 'moderated' }
  const stands = evaluation && 'medians' in evaluation ? evaluation.medians.find((one) => same(one, matter)) : undefined
  if (stands) return { criterionId, score: stands.median, basis: 'median' }
  return { criterionId, score: exact(mean(givenOn(sheets, organisationId, criterionId))), basis: 'mean' }
}
