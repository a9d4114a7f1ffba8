import { organisationSchema, personSchema, practiceSchema } from '../../../domain/locality/locality.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import * as z from '../../../domain/zod.ts'
import { ownRows } from './list.ts'

/** All that is said of a case to somebody who is locked out of it: that they are, and why. */
const excluded = z.array(z.object({ caseId: z.string(), reason: z.string() }))

export const meAnswer = z.object({ person: personSchema, ...ownRows, excluded }).meta({ id: 'Me' })
export type Me = z.infer<typeof meAnswer>

export const registersAnswer = z
  .object({
    practices: z.array(practiceSchema),
    organisations: z.array(organisationSchema),
    areas: z.array(z.object({ id: z.enum(areaNames), name: z.string(), level: z.int() })),
    colleagues: z.array(personSchema.pick({ id: true, name: true, profession: true, roles: true })),
  })
  .meta({ id: 'Registers' })
export type Registers = z.infer<typeof registersAnswer>
