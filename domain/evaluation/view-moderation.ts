import Fraction from 'fraction.js'
import type { Case } from '../case/case.ts'
import { chair, isMember } from '../panel/panel.ts'
import { votingIn } from '../panel/voting.ts'
import { refuseUnless } from '../refusal.ts'
import { mustHaveRenewed } from '../renewal/renewal.ts'
import { type AfterScoring, isMatter, type ScoreSheet, scoringHasClosed, type ToModerate } from './evaluation.ts'
import { exact, median } from './exact.ts'
import { countedSheets, mayAgree, scorers } from './members.ts'
import { isConcluded, type Moderation, moderationOf } from './moderation.ts'
import { HIGHEST_SCORE } from './rank.ts'
import { checked, termsOf } from './view.ts'
import { asItStands } from './without-excluded.ts'

/**
 * What spread too far, who gave what and why; the meetings; what was agreed, and how it differs from what each member
 * gave. A member excluded since is named, and their scores are not among those that count (requirements §4).
 */
export function viewModeration(asMade: Case, person: string) {
  const theCase = asItStands(asMade)
  mustHaveRenewed(theCase, person)
  const evaluation = checked(theCase)
  // Individual scores stay the members' own until all are in; who reads the record sees them after the ranking.
  const due = isMember(theCase.panel, person) || evaluation.status === 'ranked'
  refuseUnless(due && scoringHasClosed(evaluation), 'TooEarly', 'Nobody sees anyone else’s scores until all are in.')
  const { wait } = theCase.life
  const sheets = countedSheets(theCase)
  const moderation = moderationOf(theCase)
  const counting = scorers(theCase)
  return {
    status: evaluation.status,
    chair: chair(theCase.panel),
    members: mayAgree(theCase),
    quorum: votingIn(theCase).quorum,
    farApartAbove: exact(new Fraction(theCase.ruleBook.evaluation.moderateAboveSpread * HIGHEST_SCORE, 100)),
    ...(wait?.name === 'moderation' && { dueAt: wait.dueAt }),
    concluded: isConcluded(theCase),
    setAside: evaluation.finished.filter((member) => !counting.includes(member)),
    leftOut: evaluation.leftOut,
    meetings: evaluation.meetings,
    criteria: termsOf(theCase).criteria.map(({ id, title, scale }) => ({ id, title, scale })),
    // Where nobody's scores count any more, there are none to show.
    matters:
      sheets.length === 0
        ? []
        : evaluation.toModerate.map((matter) => shown(theCase, evaluation, moderation, sheets, matter)),
    sheets,
  }
}

function shown(
  theCase: Case,
  evaluation: AfterScoring,
  moderation: Moderation,
  sheets: ScoreSheet[],
  matter: ToModerate,
) {
  const { organisationId, criterionId } = matter
  const same = isMatter(matter)
  const agreed = moderation.moderated.find(same)
  const notAgreed = moderation.notAgreed.find(same)
  const undone = [...evaluation.moderated, ...evaluation.notAgreed].find(same)
  const given = givenBy(sheets, organisationId, criterionId)
  const counting = given.map(({ score }) => score)
  // Until moderation closes an open matter can still be agreed; then the median stands.
  const left = notAgreed ?? (evaluation.status === 'moderating' ? undefined : moderation.open.find(same))
  const middle = counting.length > 0 ? exact(median(counting)) : undefined
  const counts = agreed ? String(agreed.score) : left && middle
  return {
    organisationId,
    criterionId,
    title: termsOf(theCase).criteria.find(({ id }) => id === criterionId)?.title,
    lowest: Math.min(...counting),
    highest: Math.max(...counting),
    open: moderation.open.some(same),
    // Far apart only through a member whose scores are set aside.
    ...(moderation.settled.some(same) && { settled: true as const }),
    // Discussed with a member who has been excluded since: what was said stays on the record, and no longer counts.
    ...(undone && !agreed && !notAgreed && { undone }),
    given: given.map((one) => ({ ...one, ...(counts !== undefined && { difference: difference(counts, one.score) }) })),
    ...(agreed && { agreed }),
    ...(notAgreed && { notAgreed }),
    ...(left && middle !== undefined && { median: middle }),
  }
}

function givenBy(sheets: ScoreSheet[], organisationId: string, criterionId: string) {
  return sheets
    .filter((sheet) => sheet.organisationId === organisationId)
    .flatMap(({ member, scores }) => {
      const given = scores[criterionId]
      return given ? [{ member, ...given }] : []
    })
}

/** By how much what counts is more or less than what was given: `+1`, `−1/2`. */
function difference(counts: string, given: number): string {
  const by = new Fraction(counts).sub(given)
  return by.equals(0) ? '0' : `${by.gt(0) ? '+' : '−'}${exact(by.abs())}`
}
