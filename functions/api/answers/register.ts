import { organisationSchema } from '../../../domain/locality/locality.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import {
  declarationSchema,
  entrySchema,
  interestSchema,
  recordedInterestSchema,
  relationSchema,
} from '../../../domain/register/declaration.ts'
import { registerExportSchema } from '../../../domain/register/export.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'

const entryNamed = { entry: hashSchema.describe('Name it when you strike this out') }

const status = z.enum(['never', 'current', 'expires soon', 'expired'])

const pastSchema = z
  .looseObject({ sequence: z.int(), at: instantSchema, type: z.string(), told: z.string() })
  .openapi('RegisterPast')

export const ownInterestsAnswer = z
  .looseObject({
    /** Another exactly when something else is kept of the person. */
    version: z.string(),
    status,
    declaration: declarationSchema.optional(),
    declaredAt: instantSchema.optional(),
    expiresAt: instantSchema.optional(),
    /** What the register suggests, and the person has not declared. */
    suggested: z.array(interestSchema.extend({ source: z.string().optional() })),
    /** Whom they named as close once, and left out since. */
    suggestedRelations: z.array(relationSchema),
    /** Who names them as close, and has had no answer. */
    claims: z.array(relationSchema.extend({ name: z.string() })),
    /** Where the register of people said that they belonged, until when. */
    belonged: z.array(interestSchema),
    past: z.array(pastSchema),
  })
  .openapi('OwnInterests')

export const registerAnswer = z
  .looseObject({
    register: z.string(),
    organisations: z.array(
      organisationSchema.extend({ version: hashSchema.describe('Name it when you record the organisation anew') }),
    ),
    people: z.array(
      entrySchema
        .extend({
          ...{ name: z.string(), status, expiresAt: instantSchema.optional() },
          recorded: z.array(recordedInterestSchema.extend({ ...entryNamed, by: z.string().optional() })),
          dropped: z.array(interestSchema.extend(entryNamed)),
          droppedRelations: z.array(relationSchema.extend(entryNamed)),
          belonged: z.array(interestSchema.extend(entryNamed)),
        })
        .openapi('RegisteredPerson'),
    ),
    unknownNames: z.array(
      z.object({
        name: z.string(),
        like: z.array(z.object({ organisationId: z.string(), name: z.string(), alike: z.number() })),
      }),
    ),
    incompatible: z.array(z.object({ person: z.string(), company: z.string(), provider: z.string() })),
  })
  .openapi('Register')

export const registerPastAnswer = z
  .looseObject({ past: z.array(pastSchema), next: z.int().optional() })
  .openapi('RegisterRecord')

export const suggestionsAnswer = z
  .object({ suggestions: z.array(z.object({ organisationId: z.string(), name: z.string(), alike: z.number() })) })
  .openapi('OrganisationSuggestions')

export const registerExportAnswer = z.strictObject(registerExportSchema.shape).openapi('RegisterExport')
