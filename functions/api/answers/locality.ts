import { organisationSchema, personSchema, practiceSchema } from '../../../domain/locality/locality.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import * as z from '../../../domain/zod.ts'
import { ownRows } from './list.ts'

/** All that is said of a case to somebody who is locked out of it: that they are, and why. */
const excluded = z.array(z.object({ caseId: z.string(), reason: z.string() }))

export const meAnswer = z.looseObject({ person: personSchema, ...ownRows, excluded }).openapi('Me')

export const registersAnswer = z
  .looseObject({
    practices: z.array(practiceSchema),
    organisations: z.array(organisationSchema),
    areas: z.array(z.looseObject({ id: z.enum(areaNames) })),
    colleagues: z.array(personSchema.pick({ id: true, name: true, profession: true, roles: true })),
  })
  .openapi('Registers')
