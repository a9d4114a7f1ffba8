import type { Case } from '../case/case.ts'
import { asItStands, rankingOf } from '../evaluation/without-excluded.ts'
import { digest } from '../record/chain.ts'
import * as z from '../zod.ts'

const marks = z
  .object({
    total: z.string(),
    criteria: z.array(z.object({ criterionId: z.string(), score: z.string(), points: z.string() })),
  })
  .optional()
const letterSchema = z.object({
  letter: z.object({ organisationId: z.string(), winner: z.string().optional(), own: marks, winners: marks }),
})

/** Every score, its points, and every total that a letter quotes of a ranked tender are those of the result. */
export function letterProblems(theCase: Case, data: unknown): string[] {
  const { organisationId, winner, own, winners } = letterSchema.parse(data).letter
  const ranking = rankingOf(asItStands(theCase))
  const isOther = (id: string | undefined, quoted: z.infer<typeof marks>) => {
    const ranked = ranking.find((one) => one.organisationId === id)
    return ranked !== undefined && quoted !== undefined && digest(marks.parse(ranked)) !== digest(quoted)
  }
  return isOther(organisationId, own) || isOther(winner, winners)
    ? [`the letter to ${organisationId} quotes another score or total than the result that the decision rests on has`]
    : []
}
