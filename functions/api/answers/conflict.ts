import { checkResult, findingSchema, rulings } from '../../../domain/conflict/conflict.ts'
import { ruleIds } from '../../../domain/conflict/rule-rows.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

export const conflictsAnswer = z
  .object({
    register: z.string().optional(),
    checkedAt: instantSchema.optional(),
    standings: z.array(
      z.object({
        person: z.string(),
        status: z.enum(['clear', 'flagged', 'cleared', 'managed', 'barred', 'ineligible']),
        findings: z
          .array(
            findingSchema.extend({
              reading: hashSchema.optional().describe('Of a finding that waits for a ruling: name it when you rule'),
              ruled: z.object({ ruling: z.enum(rulings), reasons: z.string() }).optional(),
            }),
          )
          .optional(),
      }),
    ),
    skills: z
      .array(z.string())
      .describe('Which the case needs: somebody may be kept as the sole expert in one of these'),
    rules: z.array(z.object({ id: z.enum(ruleIds), effect: z.string(), says: z.string() })),
  })
  .meta({ id: 'Conflicts' })

export const checkedBeforeAnswer = z
  .object({
    result: checkResult,
    because: z.array(z.string()).meta({ description: 'Only what is no secret between the person and who asks' }),
    mustDeclare: z.boolean(),
    checkedAt: instantSchema.describe('Against the register of interests as it was then'),
  })
  .meta({ id: 'CheckedBefore' })
