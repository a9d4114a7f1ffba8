import { viewAfterAward } from '../after-award/view.ts'
import type { Case } from '../case/case.ts'
import { outcomeOf, questionsNow, requirements } from '../compliance/compliance.ts'
import { type Counts, countConflicts } from '../conflict/counts.ts'
import { conflictRules } from '../conflict/rules.ts'
import type { Moderated } from '../evaluation/evaluation.ts'
import { isDisregarded } from '../evaluation/low-price.ts'
import { moderationOf, whyMedian } from '../evaluation/moderation.ts'
import { robustnessOf } from '../evaluation/robustness/robustness.ts'
import { ruledByExcluded } from '../evaluation/ruled-by-excluded.ts'
import { sinceRanking } from '../evaluation/without-excluded.ts'
import { published } from '../panel-draw/view.ts'
import { isConfidential } from '../tender/confidential.ts'

/** The parts of a case's story that everybody may read: of people only how many, never who declared or scored what. */

/** Who proposes it, and whom they asked before. */
export function publicProposal({ proposal }: Case) {
  const { kind, proposer, problem, objectives, deliverables, costs, consulted } = proposal.form
  return {
    kind,
    proposer,
    problem,
    objectives,
    deliverables,
    costs,
    consulted: consulted.map(({ kind, who, when, said, changed }) => ({ kind, who, when, said, changed })),
  }
}

/** What each practice answered, in how many nominees. */
export function publicNominations({ nomination }: Case) {
  const nominees = Object.values(nomination?.nominees ?? {})
  return (nomination?.practices ?? []).map((practiceId) => {
    const own = nominees.filter((one) => one.practiceId === practiceId)
    return {
      practiceId,
      nominated: own.length,
      accepted: own.filter(({ status }) => status === 'accepted').length,
      declined: own.length === 0,
    }
  })
}

/** Which rules applied to how many people, and how what was flagged was handled: as it was when the case was decided. */
export const publicConflicts = ({ conflicts }: Case) =>
  conflictsInAll(conflicts?.atDecision ?? countConflicts(conflicts))

export function conflictsInAll({ rules, ...counts }: Counts) {
  return {
    ...counts,
    rules: Object.entries(conflictRules).flatMap(([rule, { says }]) => {
      const people = rules[rule] ?? 0
      return people === 0 ? [] : [{ rule, says, people }]
    }),
  }
}

/** Every draw with what it was committed to; its certificate stands at an address of its own. */
export const publicDraws = ({ draws = {}, id }: Case) =>
  Object.values(draws)
    .map(published)
    .map(({ draw, status, commitment, committedAt, pool, panels }) => ({
      ...{ draw, status, commitment, committedAt, pool, panels },
      ...(status === 'drawn' && { certificate: `/api/public/cases/${id}/draw-certificate?draw=${draw}` }),
    }))

/** What the panel agreed where its members were far apart, and why; in the order of tenders and criteria. */
export const publicModeration = (theCase: Case) =>
  moderationOf(theCase).moderated.map(({ organisationId, criterionId, score, reason, ...more }) => ({
    ...{ organisationId, criterionId, score },
    ...(isConfidential(theCase, organisationId, criterionId)
      ? { reason: WITHHELD }
      : { reason, ...publicCorrection(more) }),
  }))

/** Where it did not agree, or recorded nothing that counts, so that the median stands, and why. */
export function publicNotAgreed(theCase: Case) {
  const { notAgreed, open } = moderationOf(theCase)
  const why = whyMedian(theCase)
  return [
    ...notAgreed.map(({ organisationId, criterionId, reason, ...more }) => ({
      ...{ organisationId, criterionId },
      ...(isConfidential(theCase, organisationId, criterionId)
        ? { reason: WITHHELD }
        : { reason, ...publicCorrection(more) }),
    })),
    // Nothing of the answer is in it.
    ...open.map(({ organisationId, criterionId }) => ({
      ...{ organisationId, criterionId },
      reason: why({ organisationId, criterionId }) ?? '',
    })),
  ]
}

/** Reasons speak of the answer and its documents: of what the bidder marked as confidential the public does not read them, as no other bidder does. */
const WITHHELD =
  'Withheld: the bidder marked its answer to this criterion, or a document that belongs to it, as confidential.'

/** What was recorded first by a slip, oldest first, and why it was corrected. */
const publicCorrection = ({ correction, corrected }: Pick<Moderated, 'correction' | 'corrected'>) => ({
  ...(correction !== undefined && { correction }),
  ...(corrected && {
    corrected: corrected.map((before) => ({
      ...(before.score !== undefined && { score: before.score }),
      reason: before.reason,
      ...(before.correction !== undefined && { correction: before.correction }),
    })),
  }),
})

/**
 * What each tender that is not ranked did not satisfy. What was found, the rulings, and what the panel decided of a low price quote
 * documents and explanations that are its bidder's own: they stand in its letter and in the disclosure pack.
 */
export function publicNotRanked(theCase: Case, notRanked: readonly { organisationId: string; reasons: string[] }[]) {
  const { evaluation } = theCase
  // Nothing was scored, and nothing looked into.
  if (evaluation?.status !== 'ranked') return [...notRanked]
  return [...new Set(notRanked.map(({ organisationId }) => organisationId))].map((organisationId) => {
    const failed = new Set(
      questionsNow(theCase)
        .filter((question) => question.organisationId === organisationId && outcomeOf(question) === 'fail')
        .map(({ requirement }) => `Two people ruled that it does not satisfy this: ${requirements[requirement]}`),
    )
    return { organisationId, reasons: [...failed, ...(isDisregarded(evaluation, organisationId) ? [TOO_LOW] : [])] }
  })
}

const TOO_LOW =
  'The panel disregarded it, because its price is very low and it was not shown that the contract can be performed for it.'

/** How robust the result is, without a member's name in it. */
export function publicRobustness(theCase: Case) {
  const robustness = theCase.scoreSheets && robustnessOf(theCase)
  if (!robustness) return undefined
  const { weights, withoutOne, agreement } = robustness
  const changing = (which: (typeof withoutOne)[number]['agreements']) =>
    withoutOne.filter(({ agreements, changesTheWinner }) => agreements === which && changesTheWinner).length
  return {
    weights,
    withoutOne: {
      members: withoutOne.filter(({ agreements }) => agreements === 'kept').length,
      change: changing('kept'),
      // Also without what was agreed with them, as after an exclusion.
      changeAgreementsSetAside: changing('set aside'),
    },
    agreement,
  }
}

/**
 * How many members were excluded since the ranking, not who they are, and in short how it was made with them; and rulings that
 * stand of people who were excluded (requirements §4).
 */
export function publicExclusions(theCase: Case) {
  const since = theCase.scoreSheets && sinceRanking(theCase)
  const rulings = ruledByExcluded(theCase).map(({ people, ...ruling }) => ({ ...ruling, people: people.length }))
  return {
    ...(since && { excludedSince: { ...since, members: since.members.length } }),
    ...(rulings.length > 0 && { ruledByExcluded: rulings }),
  }
}

/** How practices challenged the running of the case, and what they were answered; their own words stay with those who may read them. */
export const publicChallenges = ({ challenges = [] }: Case) =>
  challenges.map(({ id, practiceId, at, answer }) => ({
    ...{ id, practiceId, at },
    ...(answer && { answer: { finding: answer.finding, reasons: answer.reasons, at: answer.at } }),
  }))

/** What came of it; absent before the award. */
export function publicAfterAward(theCase: Case) {
  if (!theCase.afterAward) return undefined
  const { goLiveOn, milestones, benefits, reviewedAt } = viewAfterAward(theCase)
  return {
    ...(goLiveOn !== undefined && { goLiveOn }),
    milestones: milestones.map(({ milestone, openedAt, checklist, answers, reached }) => ({
      milestone,
      openedAt,
      checklist: {
        version: checklist.version,
        items: checklist.items.map((item) => ({ ...item, finding: answers[item.id]?.finding })),
      },
      ...(reached && { reached }),
    })),
    ...(reviewedAt !== undefined && { reviewedAt, benefits }),
  }
}
