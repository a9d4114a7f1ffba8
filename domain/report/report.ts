import { fitsOneItem } from '../size.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** A month, as `2026-11`. */
export const monthSchema = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Write the month as 2026-11')

/** The parts of a report, in order. Each is drafted from the record, and the programme manager may edit it. */
export const sectionNames = ['news', 'decided', 'moved on', 'open', 'due', 'participation', 'records'] as const
export type SectionName = (typeof sectionNames)[number]

/** The text of each section: paragraphs and lines, plain. */
export const sectionsSchema = z
  .strictObject(
    Object.fromEntries(sectionNames.map((name) => [name, z.string().max(20_000)])) as Record<SectionName, z.ZodString>,
  )
  .refine(fitsOneItem, 'All sections together are longer than can be kept. Shorten some of them')
export type Sections = z.infer<typeof sectionsSchema>

/**
 * The monthly report to the practices (requirements §9): drafted from the record, edited, sent. What was sent is public and
 * never changes; so a report says nothing that only some may know.
 */
export const reportSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('draft'),
    month: monthSchema,
    /** 0: nobody has edited it, and it is drafted anew whenever somebody looks. */
    version: z.int().min(0),
    sections: sectionsSchema,
    at: instantSchema,
  }),
  z.object({
    status: z.literal('sent'),
    month: monthSchema,
    version: z.int().min(1),
    sections: sectionsSchema,
    at: instantSchema,
  }),
])
export type Report = z.infer<typeof reportSchema>
