import { stages } from '../../../domain/case/case.ts'
import { interestSchema, relationSchema } from '../../../domain/register/declaration.ts'
import { partnerSchema } from '../../../domain/tender/partner.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

export const renewalAnswer = z
  .object({
    named: z
      .array(z.object({ organisationId: z.string(), partners: z.array(partnerSchema) }))
      .meta({ description: 'Whom the tenders name: each bidder, with its partners and subcontractors' }),
    interests: z.array(interestSchema).meta({ description: 'What you declared so far' }),
    relations: z.array(relationSchema),
    declaredAt: instantSchema.optional().describe('When you declared about these'),
    stage: z.enum(stages).describe('What is decided next, by somebody who does not sit'),
    sits: z.boolean().describe('On the panel; otherwise they decide on its work'),
    dueAt: instantSchema.optional().describe('While members are waited for: until when'),
  })
  .meta({ id: 'RenewedDeclaration' })
