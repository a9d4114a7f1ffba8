import type { Case } from '../case/case.ts'
import {
  type AfterScoring,
  isMatter,
  type Matter,
  type Moderated,
  type NotAgreed,
  type ScoreSheet,
  scoringHasClosed,
  type ToModerate,
} from './evaluation.ts'
import { exact, mean, median } from './exact.ts'
import { evaluators, scorers } from './members.ts'
import { type CriterionScore, HIGHEST_SCORE } from './rank.ts'

/** What the members gave on one criterion of one tender. */
export function givenOn(sheets: ScoreSheet[], organisationId: string, criterionId: string): Record<string, number> {
  return Object.fromEntries(
    sheets
      .filter((sheet) => sheet.organisationId === organisationId)
      .flatMap(({ member, scores }) => {
        const given = scores[criterionId]
        return given ? [[member, given.score] as const] : []
      }),
  )
}

/** @param share hundredths of the scale that scores may spread by before they must be discussed */
const isFarApart = (given: readonly number[], share: number): boolean =>
  given.length > 0 && (Math.max(...given) - Math.min(...given)) * 100 > share * HIGHEST_SCORE

/** @param share hundredths of the scale that scores may spread by before they must be discussed */
export function spreadsTooFar(sheets: ScoreSheet[], criteria: string[], share: number): ToModerate[] {
  const tenders = [...new Set(sheets.map(({ organisationId }) => organisationId))]
  return tenders.flatMap((organisationId) =>
    criteria.flatMap((criterionId) => {
      const given = givenOn(sheets, organisationId, criterionId)
      const scores = Object.values(given)
      if (!isFarApart(scores, share)) return []
      return [{ organisationId, criterionId, lowest: Math.min(...scores), highest: Math.max(...scores), given }]
    }),
  )
}

/** What of the moderation still counts when only these members' scores do. */
export interface Moderation {
  moderated: Moderated[]
  notAgreed: NotAgreed[]
  /** What has to be discussed, has not been, and is decided by the median as long as it is not. */
  open: ToModerate[]
  /** Far apart only through members whose scores no longer count: nobody has to discuss it. */
  settled: ToModerate[]
}

/**
 * The consequences of a member's exclusion (requirements §4): their scores are set aside, and what they took part in
 * discussing is open again, also where it was corrected since; where the others were never far apart, there is nothing to
 * discuss.
 * @param members who sit on the panel, and whose scores count
 */
export function moderationAmong(
  { toModerate, moderated, notAgreed }: Pick<AfterScoring, 'toModerate' | 'moderated' | 'notAgreed'>,
  { sitting, scoring }: { sitting: readonly string[]; scoring: readonly string[] },
  share: number,
): Moderation {
  const sat = ({ present }: { present: string[] }) => present.every((member) => sitting.includes(member))
  const stands = (one: Moderated | NotAgreed) => [one, ...(one.corrected ?? [])].every(sat)
  const standing = { moderated: moderated.filter(stands), notAgreed: notAgreed.filter(stands) }
  const undone = toModerate.filter((matter) => ![...standing.moderated, ...standing.notAgreed].some(isMatter(matter)))
  const mustBeDiscussed = (matter: ToModerate) =>
    [...moderated, ...notAgreed].some(isMatter(matter)) ||
    isFarApart(Object.values(among(matter.given, scoring)), share)
  return {
    ...standing,
    open: undone.filter(mustBeDiscussed),
    settled: undone.filter((matter) => !mustBeDiscussed(matter)),
  }
}

export const among = (given: Record<string, number>, members: readonly string[]): Record<string, number> =>
  Object.fromEntries(Object.entries(given).filter(([member]) => members.includes(member)))

const none: Moderation = { moderated: [], notAgreed: [], open: [], settled: [] }

/** The moderation as it stands, without members who were excluded before the tenders were ranked. */
export function moderationOf(theCase: Case): Moderation {
  const { evaluation, ruleBook } = theCase
  if (!scoringHasClosed(evaluation)) return none
  const members = { sitting: evaluators(theCase), scoring: scorers(theCase) }
  return moderationAmong(evaluation, members, ruleBook.evaluation.moderateAboveSpread)
}

/** What was discussed, and counts no more because somebody who took part was excluded before the tenders were ranked. */
export function setAside(theCase: Case): Matter[] {
  const { evaluation } = theCase
  if (!scoringHasClosed(evaluation)) return []
  const sitting = evaluators(theCase)
  return [...evaluation.moderated, ...evaluation.notAgreed]
    .filter(({ present }) => !present.every((member) => sitting.includes(member)))
    .map(({ organisationId, criterionId }) => ({ organisationId, criterionId }))
}

/** What still has to be discussed. */
export const unmoderated = (theCase: Case): ToModerate[] => moderationOf(theCase).open

/** Nothing is left to discuss, and nothing to correct: the chair has said so, or nothing that stands was recorded. */
export function isConcluded(theCase: Case): boolean {
  const { open, moderated, notAgreed } = moderationOf(theCase)
  const { evaluation } = theCase
  const said = scoringHasClosed(evaluation) && evaluation.concludedAt !== undefined
  return open.length === 0 && (said || moderated.length + notAgreed.length === 0)
}

/** Why the median stands where the panel recorded nothing that counts; undefined where it did, or nobody was far apart. */
export function whyMedian(theCase: Case): (matter: Matter) => string | undefined {
  const { evaluation } = theCase
  const { open } = moderationOf(theCase)
  const recorded = scoringHasClosed(evaluation) ? [...evaluation.moderated, ...evaluation.notAgreed] : []
  return (matter) => {
    if (!open.some(isMatter(matter))) return undefined
    return recorded.some(isMatter(matter))
      ? 'What the panel had recorded counts no more, because a member who took part was excluded for a conflict of interest. The median of the other members’ scores stands.'
      : 'The members’ scores were far apart. The panel recorded neither an agreement nor that there was none before the time for it ended, so the median stands.'
  }
}

/** Where no agreement came, the median of what was given stands. */
export function medians(theCase: Case, sheets: ScoreSheet[]) {
  const { open, notAgreed } = moderationOf(theCase)
  const { evaluation } = theCase
  const matters = scoringHasClosed(evaluation) && sheets.length > 0 ? evaluation.toModerate : []
  return matters
    .filter((matter) => [...open, ...notAgreed].some(isMatter(matter)))
    .map(({ organisationId, criterionId }) => ({
      organisationId,
      criterionId,
      median: exact(median(Object.values(givenOn(sheets, organisationId, criterionId)))),
    }))
}

/**
 * The score that counts: the moderated one; the median where there was no agreement; where nobody was far apart, the
 * mean of what the members gave.
 * @param sheets of the members whose scores count
 */
export function criterionScore(
  { moderated, notAgreed, open }: Moderation,
  sheets: ScoreSheet[],
  matter: Matter,
): CriterionScore {
  const { organisationId, criterionId } = matter
  const agreed = moderated.find(isMatter(matter))
  if (agreed) return { criterionId, score: String(agreed.score), basis: 'moderated' }
  const given = Object.values(givenOn(sheets, organisationId, criterionId))
  if ([...notAgreed, ...open].some(isMatter(matter)))
    return { criterionId, score: exact(median(given)), basis: 'median' }
  return { criterionId, score: exact(mean(given)), basis: 'mean' }
}
