import { enteredDay } from '../time/entered.ts'
import * as z from '../zod.ts'

/** The people, practices and organisations of one locality (requirements §1). Names are data: never in keys, logs or metrics. */

export const roles = [
  'practice',
  'programme-manager',
  'deputy-programme-manager',
  'provider',
  'approver',
  'observer',
  'auditor',
] as const

export const professions = ['gp', 'practice-manager', 'nurse', 'other'] as const

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'must be lower-case letters, digits and hyphens')

export const personSchema = z.object({
  /** Also the `username` claim of the person's tokens. */
  id,
  name: z.string().min(1).max(200),
  email: z.email(),
  roles: z.array(z.enum(roles)).min(1),
  profession: z.enum(professions),
  /** The practice a practice user belongs to. */
  practiceId: id.optional(),
  /** The organisation a provider's user belongs to. */
  organisationId: id.optional(),
  skills: z.array(z.string()).default([]),
  /** Dates (ISO) on which panels that this person sat on were formed; continuity is judged from them (requirements §5). */
  panelsFormedOn: z.array(z.iso.date()).default([]),
})

export const practiceSchema = z.object({
  id,
  name: z.string().min(1),
  listSize: z.int().positive(),
  /** Of a neighbouring locality: asked for nominees only where the locality's own are too few (requirements §4). */
  neighbouring: z.literal(true).optional(),
})

const otherName = z
  .string()
  .trim()
  .min(1, 'Enter the name, or leave the line out')
  .max(200, 'Shorten the name to 200 characters')

const share = z
  .int('Enter the share in hundredths of a per cent')
  .min(1, 'Enter a share above 0')
  .max(10_000, 'Enter a share of at most 100%')

const area = z.string().max(200)

export const organisationSchema = z.object({
  id,
  name: z.string().trim().min(1, 'Enter its name').max(200, 'Shorten the name to 200 characters'),
  kind: z.enum(['company', 'practice', 'federation', 'provider', 'other']),
  aliases: z.array(otherName).max(20, 'Enter at most 20 names').default([]),
  formerNames: z.array(otherName).max(20, 'Enter at most 20 names').optional(),
  /** Shares this organisation owns in others, in hundredths of a per cent (1 % = 100). */
  owns: z
    .array(
      z.object({
        organisationId: id,
        basisPoints: share,
        /** Since when, where it is known. */
        since: enteredDay('Enter a date').optional(),
      }),
    )
    .max(200, 'Enter at most 200 organisations')
    .default([]),
  /** Shares that it held until that day, and holds no longer or not as much of: what barred by them does so for a while yet. */
  owned: z
    .array(z.object({ organisationId: id, basisPoints: share, endedOn: enteredDay('Enter a date') }))
    .max(1_000)
    .optional(),
  /** Commissioning areas in which it provides services. */
  areas: z.array(area).max(50, 'Enter at most 50 areas').default([]),
  /** Commissioning areas in which it intends to. */
  intends: z.array(area).max(50, 'Enter at most 50 areas').optional(),
  /** Commissioning areas in which it did either until that day. */
  served: z
    .array(z.object({ area, endedOn: enteredDay('Enter a date') }))
    .max(1_000)
    .optional(),
})

export type Role = (typeof roles)[number]

/** Whether somebody who acts as this is of the secretariat: whoever runs the programme, and the deputy. */
export const isSecretariat = (as: string): boolean => as === 'programme-manager' || as === 'deputy-programme-manager'

export type Person = z.infer<typeof personSchema>
export type Practice = z.infer<typeof practiceSchema>
export type Organisation = z.infer<typeof organisationSchema>
