import { actorSchema } from '../../../domain/case/party.ts'
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
  .object({ sequence: z.int(), at: instantSchema, by: actorSchema, type: z.string(), told: z.string() })
  .meta({ id: 'RegisterPast' })

export const ownInterestsAnswer = z
  .object({
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
  .meta({ id: 'OwnInterests' })
export type OwnInterests = z.infer<typeof ownInterestsAnswer>

export const registerAnswer = z
  .object({
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
        .meta({ id: 'RegisteredPerson' }),
    ),
    unknownNames: z.array(
      z.object({
        name: z.string(),
        like: z.array(z.object({ organisationId: z.string(), name: z.string(), alike: z.number() })),
      }),
    ),
    incompatible: z.array(z.object({ person: z.string(), company: z.string(), provider: z.string() })),
  })
  .meta({ id: 'Register' })
export type Register = z.infer<typeof registerAnswer>
export type Registered = Register['people'][number]

export const registerPastAnswer = z
  .object({ past: z.array(pastSchema), next: z.int().optional() })
  .meta({ id: 'RegisterRecord' })
export type RegisterPast = z.infer<typeof registerPastAnswer>

export const suggestionsAnswer = z
  .object({ suggestions: z.array(z.object({ organisationId: z.string(), name: z.string(), alike: z.number() })) })
  .meta({ id: 'OrganisationSuggestions' })

export const registerExportAnswer = registerExportSchema.meta({ id: 'RegisterExport' })
