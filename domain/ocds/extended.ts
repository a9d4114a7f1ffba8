import { publicConflicts, publicDraws, publicNominations } from '../decision-record/public-parts.ts'
import type { DecisionRecord } from '../decision-record/record.ts'
import type { Extension } from './extension.ts'
import type { Source } from './source.ts'

/** What OCDS has no place for, of what is public of the case. */
export function extended(source: Source): Extension {
  const { theCase, record, origin } = source
  const { head, tender, afterAward } = theCase
  return {
    draws: publicDraws(theCase).map(({ draw, status, commitment, pool, panels, certificate }) => ({
      ...{ id: String(draw), status, commitment, pool, panels },
      ...(certificate !== undefined && { certificate: `${origin}${certificate}` }),
    })),
    ...(tender &&
      tender.status !== 'due' && {
        criteria: tender.terms.criteria.map(({ id, title, weight, serves, minimum, scale }) => ({
          ...{ id, title, weight, serves, scale },
          ...(minimum !== undefined && { minimum }),
        })),
        priceShare: tender.terms.priceShare,
      }),
    ...(record && { ...people(theCase), ...decided(record), record: head }),
    ...(record &&
      afterAward && {
        checklists: afterAward.milestones.map(({ milestone, checklist }) => ({
          milestone,
          version: checklist.version,
        })),
      }),
  }
}

/** Who was nominated and checked, in numbers: before the decision they would tell, as they grow, what is being done. */
function people(theCase: Source['theCase']): Pick<Extension, 'nominations' | 'conflicts'> {
  const { rules, ...counts } = publicConflicts(theCase)
  return {
    nominations: publicNominations(theCase).map(({ practiceId, nominated, accepted }) => ({
      practiceID: practiceId,
      nominated,
      accepted,
    })),
    conflicts: { ...counts, rules: rules.map(({ rule, says, people }) => ({ rule, description: says, people })) },
  }
}

function decided(record: NonNullable<Source['record']>): Pick<Extension, 'panel' | 'evaluation' | 'decision'> {
  const { panel, ranking, moderation, notAgreed, notRanked, leftOut, robustness, decision } = record
  const { confirmation, standstill } = decision
  return {
    panel: {
      members: panel.members.map((id) => ({ id })),
      ...(panel.chair !== undefined && { chairID: panel.chair }),
    },
    evaluation: {
      scores: ranking.map(({ organisationId, place, criteria, quality, price, total }) => ({
        tendererID: organisationId,
        ...(place !== undefined && { place }),
        criteria: criteria.map(({ criterionId, score, basis, weight, points }) => ({
          criterionID: criterionId,
          ...{ score, basis, weight, points },
        })),
        quality,
        ...(price && { pricePoints: price.points }),
        total,
      })),
      moderation: moderation.map(({ organisationId, criterionId, ...agreed }) => ({
        tendererID: organisationId,
        criterionID: criterionId,
        ...agreed,
      })),
      notAgreed: notAgreed.map(({ organisationId, criterionId, ...left }) => ({
        tendererID: organisationId,
        criterionID: criterionId,
        ...left,
      })),
      notRanked: notRanked.map(({ organisationId, reasons }) => ({ tendererID: organisationId, reasons })),
      membersLeftOut: leftOut,
      ...(record.excludedSince && { excludedSince: excluded(record.excludedSince) }),
      ...(record.ruledByExcluded && {
        ruledByExcluded: record.ruledByExcluded.map(({ organisationId, ...one }) => ({
          tendererID: organisationId,
          ...one,
        })),
      }),
      ...(robustness && {
        robustness: {
          weights: robustness.weights,
          withoutOne: robustness.withoutOne,
          ...(robustness.agreement.ordinal !== undefined && { alpha: robustness.agreement.ordinal }),
        },
      }),
    },
    decision: {
      votes: decision.votes.map(({ tally, countedAt }) => ({ ...tally, date: countedAt })),
      approval: { date: confirmation.at, reasons: confirmation.reasons },
      ...(standstill && {
        standstill: { citation: standstill.citation, startDate: standstill.begins, endDate: standstill.ends },
      }),
      ...(decision.published && { publishedNotice: { date: decision.published.on, id: decision.published.reference } }),
      representations: decision.representations.map(({ id, at, receivedAt = at, afterAward, answer }) => ({
        id,
        date: receivedAt,
        ...(afterAward && { recordedAfterAward: true as const }),
        ...(answer && { answer: { decision: answer.decision, reasons: answer.reasons, date: answer.at } }),
      })),
    },
  }
}

/** The award and the scores here rest on the result without them: how the ranking was made with them. */
const excluded = ({ members, changesTheWinner, asMade }: NonNullable<DecisionRecord['excludedSince']>) => ({
  ...{ members, changesTheWinner },
  asMade: asMade.map(({ organisationId, ...standing }) => ({ tendererID: organisationId, ...standing })),
})
