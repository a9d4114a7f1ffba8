import { milestones } from '../after-award/after-award.ts'
import { furtherDecisions } from '../decision/decision.ts'
import { bases } from '../evaluation/basis.ts'
import { exactSchema } from '../evaluation/exact.ts'
import { weightChangeSchema } from '../evaluation/robustness/weight-change.ts'
import { ruledSchema } from '../evaluation/ruled-by-excluded.ts'
import { hashSchema } from '../record/chain.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

const count = z.int().min(0)
const matter = { tendererID: z.string(), criterionID: z.string() }
const place = z.object({ tendererID: z.string(), place: z.int().min(1).optional(), total: exactSchema })
/** Why it was corrected, and what was recorded before, oldest first; no score where there was no agreement. */
const why = { correction: z.string().optional() }
const correction = {
  ...why,
  corrected: z.array(z.object({ score: z.int().optional(), reason: z.string(), ...why })).optional(),
}

/**
 * What OCDS has no place for, under `redesignPanels` of a release (docs/ocds-extension.md): criterion scores, the panel,
 * conflicts, draw certificates, votes, standstill, and the head of the record. Exact numbers are fractions in text.
 */
export const extensionSchema = z.object({
  nominations: z.array(z.object({ practiceID: z.string(), nominated: count, accepted: count })).optional(),
  conflicts: z
    .object({
      checked: count,
      rules: z.array(z.object({ rule: z.string(), description: z.string(), people: count })),
      ...{ clear: count, cleared: count, managed: count, barred: count, ineligible: count },
      flagged: count.optional(),
    })
    .optional(),
  draws: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      commitment: hashSchema,
      pool: count,
      panels: count,
      certificate: z.url().optional(),
    }),
  ),
  panel: z.object({ members: z.array(z.object({ id: z.string() })), chairID: z.string().optional() }).optional(),
  criteria: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        weight: exactSchema,
        serves: z.string(),
        minimum: z.int().optional(),
        scale: z.array(z.string()),
      }),
    )
    .optional(),
  priceShare: exactSchema.optional(),
  evaluation: z
    .object({
      scores: z.array(
        z.object({
          tendererID: z.string(),
          place: z.int().min(1).optional(),
          criteria: z.array(
            z.object({
              criterionID: z.string(),
              score: exactSchema,
              basis: z.enum(bases),
              weight: exactSchema,
              points: exactSchema,
            }),
          ),
          quality: exactSchema,
          pricePoints: exactSchema.optional(),
          total: exactSchema,
        }),
      ),
      moderation: z.array(z.object({ ...matter, score: z.int(), reason: z.string(), ...correction })),
      notAgreed: z.array(z.object({ ...matter, reason: z.string(), ...correction })),
      notRanked: z.array(z.object({ tendererID: z.string(), reasons: z.array(z.string()) })),
      membersLeftOut: count,
      /** Present where members were excluded after the ranking. */
      excludedSince: z.object({ members: count, changesTheWinner: z.boolean(), asMade: z.array(place) }).optional(),
      /** Rulings on tenders that stand, of people who were excluded for a conflict of interest. */
      ruledByExcluded: z.array(z.object({ tendererID: z.string(), ruled: ruledSchema, people: count })).optional(),
      robustness: z
        .object({
          weights: weightChangeSchema,
          withoutOne: z.object({ members: count, change: count, changeAgreementsSetAside: count }),
          alpha: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
  decision: z
    .object({
      votes: z.array(
        z.object({ votes: z.record(z.string(), count), abstentions: count, members: count, date: instantSchema }),
      ),
      approval: z.object({ date: instantSchema, reasons: z.string() }),
      standstill: z.object({ citation: z.string(), startDate: z.iso.date(), endDate: instantSchema }).optional(),
      publishedNotice: z.object({ date: z.iso.date(), id: z.string() }).optional(),
      representations: z.array(
        z.object({
          id: z.int(),
          date: instantSchema,
          recordedAfterAward: z.literal(true).optional(),
          answer: z.object({ decision: z.enum(furtherDecisions), reasons: z.string(), date: instantSchema }).optional(),
        }),
      ),
    })
    .optional(),
  checklists: z.array(z.object({ milestone: z.enum(milestones), version: z.int().min(1) })).optional(),
  record: z.object({ sequence: z.int().min(1), hash: hashSchema }).optional(),
})
export type Extension = z.infer<typeof extensionSchema>
