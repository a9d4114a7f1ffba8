import type { Case } from '../case/case.ts'
import { personOf } from '../case/party.ts'
import { awardable } from '../evaluation/without-excluded.ts'
import { votingMembers } from '../panel/panel.ts'
import { type RecordedAs, type Rule, refused, rule, same, unless } from '../record/rule.ts'
import { mustBeFreeToDecideAlone } from '../renewal/renewal.ts'
import { bidders } from '../tender/tender.ts'
import type { Instant } from '../time/instant.ts'
import { decideDecision } from './decide.ts'
import { recordNotice } from './decide-notice.ts'
import { answerRepresentation, mustTakeReceived, mustTakeRepresentation } from './decide-representation.ts'
import { type DecisionIn, standstillNow, unansweredRepresentations } from './decision.ts'
import { endAfterFurtherDecision, standstillFrom } from './standstill.ts'
import { noticeOf, reasonsFor, recommend } from './step.ts'
import { unruledBeforeAward } from './unruled.ts'
import { letterProblems } from './verify-letter.ts'
import { lacksNotice } from './waits.ts'

const result = ['ruleBook', 'panel', 'tender', 'compliance', 'evaluation', 'scoreSheets', 'decision'] as const
const announced = ['life', 'ruleBook', 'tender', 'panel', 'evaluation', 'decision'] as const

export const decisionRules: readonly Rule[] = [
  rule(
    'A recommendation is what a counted vote carried, with the reasons of those who voted for it, and the panel voted on the tender that comes first by the scores that stand, of a quorum of members.',
    ['RecommendationMade'],
    result,
    recommendedProblems,
  ),
  rule(
    'What the panel decided is confirmed, or rejected, by an approver who had no seat on the panel and had declared their interests in the tenders, while no flagged interest waits for a ruling.',
    ['RecommendationConfirmed', 'RecommendationRejected'],
    ['life', 'panel', 'evaluation', 'conflicts', 'tender', 'decision'],
    (before, { type, data: { sitting, reasons }, at, by }) => {
      const command = type === 'RecommendationConfirmed' ? 'ConfirmRecommendation' : 'RejectRecommendation'
      return [
        ...refused(() => decideDecision(before, { type: command, reasons }, { at, by })),
        ...refused(() => mustBeFreeToDecideAlone(before, personOf(by) ?? '')),
        ...unless(sitting === before.decision?.sitting, 'the panel had voted again meanwhile'),
      ]
    },
  ),
  rule(
    'Letters are written once the recommendation is confirmed, tell what was decided, and quote the scores, totals and reasons of the result that the decision rests on, with what the panel agreed and whatever was corrected of it; and say so where it is without somebody who was excluded, or rests on a ruling of theirs.',
    ['LetterWritten'],
    result,
    (before, { data }) => [
      ...unless(before.decision?.status === 'confirmed', 'the recommendation had not been confirmed'),
      ...letterProblems(before, data),
    ],
  ),
  rule(
    'An outcome is announced once it is confirmed and every letter is written; an award with the standstill that the law gives, and with a notice of the tender, the price and the grounds that are on the record.',
    ['OutcomeAnnounced'],
    ['ruleBook', 'tender', 'decision', 'evaluation', 'conflicts'],
    announcementProblems,
  ),
  rule(
    'The notice is recorded during the standstill, which then runs from the later of the two publications.',
    ['NoticePublished'],
    announced,
    (before, { data: { on, reference, standstill }, at }) =>
      refused(
        () => recordNotice(before, { type: 'RecordNotice', on, reference }, at),
        (recorded) =>
          unless(
            recorded.every((one) => one.type !== 'NoticePublished' || same(one.data.standstill, standstill)),
            'standstill: it is not the one that the law gives',
          ),
      ),
  ),
  rule(
    'A representation is made by a bidder before the standstill ends, or was received before it ended.',
    ['RepresentationMade'],
    announced,
    (before, { data: { organisationId, receivedAt }, at }) => {
      if (organisationId !== undefined) return refused(() => mustTakeRepresentation(before, organisationId, at))
      return refused(
        () => standstillNow(mustTakeReceived(before)),
        ({ ends }) =>
          unless(
            receivedAt !== undefined && receivedAt < ends && receivedAt <= at,
            `receivedAt: it was not received before the standstill ended, ${ends}, and before it was recorded`,
          ),
      )
    },
  ),
  rule(
    'A representation is answered once, by the panel’s chair with its quorum, or by another member once that is overdue.',
    ['RepresentationAnswered'],
    announced,
    (before, { data: { id, decision, reasons, present }, at, by }) =>
      refused(() =>
        answerRepresentation(
          before,
          { type: 'AnswerRepresentation', chair: personOf(by) ?? '', id, decision, reasons, present },
          at,
        ),
      ),
  ),
  rule(
    'An award is made to whom an approver confirmed, who comes first by the scores that stand, after the end of the standstill in force, with every representation answered, every flagged interest that it rests on ruled on, and the notice published where the rules of the case ask for it.',
    ['AwardMade'],
    [...result, 'conflicts'],
    awardProblems,
  ),
]

function recommendedProblems(before: Case, { data }: RecordedAs<'RecommendationMade'>): string[] {
  const { decision } = before
  if (decision?.status !== 'voting' || decision.vote.status !== 'closed')
    return ['no vote on the award had been counted']
  const { vote, sitting } = decision
  return [
    ...unless(
      same(recommend(vote.result, vote), data.recommendation) && sitting === data.sitting,
      'what was recommended is not what the panel’s vote carried',
    ),
    ...unless(
      same(reasonsFor(vote.rounds.at(-1)?.ballots ?? {}, vote.result, votingMembers(before.panel)), data.reasons),
      'reasons: they are not those of the ballots that carried it',
    ),
    ...unless(
      (vote.options.includes('award') ? vote.on : undefined) === awardable(before),
      'the panel did not vote on the tender that comes first by the scores that stand, of a quorum of members',
    ),
  ]
}

function announcementProblems(before: Case, { data, at }: RecordedAs<'OutcomeAnnounced'>): string[] {
  const { decision, ruleBook, tender } = before
  if (decision?.status !== 'confirmed') return ['the recommendation had not been confirmed']
  const { recommendation } = decision
  const { outcome } = recommendation
  const standstill = outcome === 'award' ? standstillFrom(ruleBook.decision.standstill, at) : undefined
  return [
    ...unless(outcome !== 're-tender', 'a tender that is to be held again is not announced as decided'),
    ...unless(
      same(standstill, data.standstill),
      'the standstill is not the one that the law makes of the day on which it was announced',
    ),
    ...(recommendation.outcome === 'award'
      ? unless(
          same(content(data.notice), content(noticeOf(before, decision, recommendation.organisationId))),
          'notice: it is not of the tender, the price and the grounds that are on the record',
        )
      : []),
    ...unless(same(decision.letters.toSorted(), bidders(tender)), 'not every bidder’s letter had been written'),
  ]
}

/** Besides the head that it quotes. */
const content = (notice: object = {}) => ({ ...notice, head: null })

function awardProblems(before: Case, { data, at }: RecordedAs<'AwardMade'>): string[] {
  const { decision } = before
  if (decision?.status !== 'standstill') return ['no award had been confirmed and announced']
  const { recommendation } = decision
  const ends = standstillEnds(before, decision)
  return [
    ...unless(
      recommendation.outcome === 'award' && recommendation.organisationId === data.organisationId,
      'the contract was awarded to a tender that was not announced',
    ),
    ...unless(
      awardable(before) === data.organisationId,
      'the contract was awarded to a tender that does not come first by the scores that stand',
    ),
    ...unless(at >= ends, `the contract was awarded before the standstill was over, at ${ends}`),
    ...unless(unansweredRepresentations(decision).length === 0, 'a representation had not been answered'),
    ...unless(unruledBeforeAward(before).length === 0, 'a flagged interest had not been ruled on'),
    ...unless(!lacksNotice(before), 'nobody had recorded that the notice was published'),
  ]
}

/** By the law alone, whatever the case was waiting for: from the notice, and from the last further decision. */
function standstillEnds({ ruleBook }: Case, decision: DecisionIn<'standstill'>): Instant {
  const now = standstillNow(decision)
  const answered = decision.representations.flatMap(({ answer }) => answer?.at ?? [])
  const ends = answered.map((communicated) => endAfterFurtherDecision(ruleBook.decision.standstill, now, communicated))
  return [now.ends, ...ends].sort().at(-1) ?? now.ends
}
