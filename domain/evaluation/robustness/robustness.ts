import type { Case } from '../../case/case.ts'
import * as z from '../../zod.ts'
import { type ScoreSheet, scoringHasClosed } from '../evaluation.ts'
import { exactSchema, signed, signedSchema } from '../exact.ts'
import { countedSheets } from '../members.ts'
import { type Ranked, rank } from '../rank.ts'
import { type Agreements, scoredTenders, scoredWithout } from '../scored-tenders.ts'
import { termsOf } from '../view.ts'
import { alpha, type Metric } from './alpha.ts'
import { scorerSchema, unusualScorers } from './unusual.ts'
import { smallestWeightChange, weightChangeSchema } from './weight-change.ts'

export const standingSchema = z.object({ organisationId: z.string(), place: z.int().optional(), total: exactSchema })
export type Standing = z.infer<typeof standingSchema>

export const leftOutSchema = z.object({
  members: z.array(z.string()),
  ranking: z.array(standingSchema),
  /** Absent when no tender has a place. */
  winner: z.string().optional(),
  changesTheWinner: z.boolean(),
})
type LeftOut = z.infer<typeof leftOutSchema>

const agreement = z.object({ ordinal: signedSchema.optional(), interval: signedSchema.optional() })

/** How robust the ranking is (requirements §6). In the decision record, for the panel. */
export const robustnessSchema = z.object({
  winner: z.string().optional(),
  weights: weightChangeSchema,
  /** Without each member's own scores; and without what they took part in agreeing as well. */
  withoutOne: z.array(leftOutSchema.extend({ agreements: z.enum(['kept', 'set aside']) })),
  /** Krippendorff's alpha; absent where nothing varies. */
  agreement: agreement.extend({ byCriterion: z.array(agreement.extend({ criterionId: z.string() })) }),
  scorers: scorerSchema,
})
export type Robustness = z.infer<typeof robustnessSchema>

/** @returns undefined before the ranking. The case must have been loaded with its score sheets. */
export function robustnessOf(theCase: Case): Robustness | undefined {
  const { evaluation } = theCase
  if (evaluation?.status !== 'ranked') return undefined
  const terms = termsOf(theCase)
  const sheets = countedSheets(theCase)
  const members = [...new Set(sheets.map(({ member }) => member))].sort()
  const scored = scoredTenders(theCase)
  const ranking = rank(terms, scored, evaluation.seed)
  const winner = firstOf(ranking)
  // Without the only scorer there is nothing to rank.
  const withoutOne = (agreements: Agreements) =>
    members.length < 2
      ? []
      : members.map((member) => ({ agreements, ...resultWithout(theCase, [member], agreements, winner) }))
  return {
    ...(winner !== undefined && { winner }),
    weights: smallestWeightChange(terms, scored, ranking, evaluation.seed),
    withoutOne: [...withoutOne('kept'), ...withoutOne('set aside')],
    agreement: {
      ...alphas(sheets, terms.criteria),
      byCriterion: terms.criteria.map(({ id }) => ({ criterionId: id, ...alphas(sheets, [{ id }]) })),
    },
    scorers: unusualScorers(sheets),
  }
}

/** The ranking as if these members had not scored, and whether another tender is first. */
export function resultWithout(
  theCase: Case,
  members: string[],
  agreements: Agreements,
  winner: string | undefined,
): LeftOut {
  const { evaluation } = theCase
  const seed = scoringHasClosed(evaluation) && 'seed' in evaluation ? evaluation.seed : ''
  const ranking = rank(termsOf(theCase), scoredWithout(theCase, members, agreements), seed)
  const first = firstOf(ranking)
  return {
    members,
    ranking: standings(ranking),
    ...(first !== undefined && { winner: first }),
    changesTheWinner: first !== winner,
  }
}

/** Of a ranking, the places and the totals. */
export const standings = (ranking: readonly Ranked[]): Standing[] =>
  ranking.map(({ organisationId, place, total }) => ({ organisationId, total, ...(place !== undefined && { place }) }))

export const firstOf = (ranking: readonly Ranked[]): string | undefined =>
  ranking.find(({ place }) => place === 1)?.organisationId

function alphas(sheets: readonly ScoreSheet[], criteria: readonly { id: string }[]) {
  const tenders = [...new Set(sheets.map(({ organisationId }) => organisationId))]
  const units = tenders.flatMap((tender) =>
    criteria.map(({ id }) =>
      sheets.flatMap(({ organisationId, scores }) => (organisationId === tender ? (scores[id]?.score ?? []) : [])),
    ),
  )
  const of = (metric: Metric) => {
    const value = alpha(units, metric)
    return value && { [metric]: signed(value) }
  }
  return { ...of('ordinal'), ...of('interval') }
}
