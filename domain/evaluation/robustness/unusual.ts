import Fraction from 'fraction.js'
import * as z from '../../zod.ts'
import type { ScoreSheet } from '../evaluation.ts'
import { mean, medianOf, signed, signedSchema } from '../exact.ts'

const distance = z.object({
  member: z.string(),
  /** Points of the scale by which they gave more (or, below 0, less) than the mean of the others. */
  by: signedSchema,
  unusual: z.boolean(),
})

/** How each member scored beside the others. */
export const scorerSchema = z.object({
  /** Over everything: generous or strict. */
  overall: z.array(distance),
  /** On one tender beyond what they do on all of them: in favour of it, or against it. */
  byTender: z.array(distance.extend({ organisationId: z.string() })),
})
export type ScorersBesideOthers = z.infer<typeof scorerSchema>

/**
 * Who scores unlike the others. A member stands out whose distance differs from the median of all distances by more than
 * 3.5 times their median absolute deviation ÷ 0.6745 (B. Iglewicz and D. Hoaglin, *How to Detect and Handle Outliers*,
 * 1993), and by half a point of the scale at least, so that a panel that agrees closely names nobody for nothing.
 * It is no reproach: it says whose reasons are worth reading again.
 */
export function unusualScorers(sheets: readonly ScoreSheet[]): ScorersBesideOthers {
  const members = [...new Set(sheets.map(({ member }) => member))].sort()
  const tenders = [...new Set(sheets.map(({ organisationId }) => organisationId))].sort()
  if (members.length < 3) return { overall: [], byTender: [] }
  const away = (member: string, of: (sheet: ScoreSheet) => boolean) =>
    mean(given(sheets, (sheet) => of(sheet) && sheet.member === member)).sub(
      mean(given(sheets, (sheet) => of(sheet) && sheet.member !== member)),
    )
  const overall = new Map(members.map((member) => [member, away(member, () => true)]))
  return {
    overall: marked(members, (member) => overall.get(member) ?? new Fraction(0)),
    byTender: tenders.flatMap((organisationId) =>
      marked(members, (member) =>
        away(member, (sheet) => sheet.organisationId === organisationId).sub(overall.get(member) ?? 0),
      ).map((one) => ({ ...one, organisationId })),
    ),
  }
}

const given = (sheets: readonly ScoreSheet[], of: (sheet: ScoreSheet) => boolean): number[] =>
  sheets.filter(of).flatMap(({ scores }) => Object.values(scores).map(({ score }) => score))

function marked(members: string[], distanceOf: (member: string) => Fraction) {
  const distances = members.map((member) => ({ member, by: distanceOf(member) }))
  const middle = medianOf(distances.map(({ by }) => by))
  const deviation = medianOf(distances.map(({ by }) => by.sub(middle).abs()))
  return distances.map(({ member, by }) => {
    const off = by.sub(middle).abs()
    const unusual = off.mul(6745).gt(deviation.mul(35_000)) && off.gte(new Fraction(1, 2))
    return { member, by: signed(by), unusual }
  })
}
