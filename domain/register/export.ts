import type { Head } from '../record/chain.ts'
import { exportSchema } from '../record/export.ts'
import * as z from '../zod.ts'

export const FORMAT = 'redesign-panels/register/1'

/** The chain of the register goes by this name where that of a case has the identifier of the case. */
export const REGISTER = 'register'

/** The whole record of the register of interests, as it is exported: a chain like that of a case (requirements §4, §8). */
export const registerExportSchema = exportSchema.omit({ caseId: true }).extend({ format: z.literal(FORMAT) })
export type RegisterExport = z.infer<typeof registerExportSchema>

export const registerExport = (of: Omit<RegisterExport, 'format'>): RegisterExport => ({ format: FORMAT, ...of })

/** What every result names: by which hash its record stood. How many changes there were would tell of what others declared. */
export const versionOf = ({ hash }: Pick<Head, 'hash'>): string => hash.slice(0, 16)
