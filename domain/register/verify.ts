import * as z from 'zod'
import type { QuotedHead } from '../record/chain.ts'
import { chainProblems, exportSchema, type Verification } from '../record/verify.ts'

const FORMAT = 'redesign-panels/register/1'

/** The chain of the register goes by this name where that of a case has the identifier of the case. */
export const REGISTER = 'register'

/** The whole record of the register of interests, as it is exported: a chain like that of a case (requirements §4, §8). */
export const registerExportSchema = exportSchema.omit({ caseId: true }).extend({ format: z.literal(FORMAT) })
export type RegisterExport = z.infer<typeof registerExportSchema>

export const registerExport = (of: Omit<RegisterExport, 'format'>): RegisterExport => ({ format: FORMAT, ...of })

/** Whether a file says that it is an export of the register. */
export const isRegister = (read: unknown): boolean =>
  typeof read === 'object' && read !== null && 'format' in read && read.format === FORMAT

/** Verifies an export offline; what is wrong is named in the order in which it stands. @param quoted a head somebody kept */
export function verifyRegister(input: unknown, quoted?: QuotedHead): Verification {
  const parsed = registerExportSchema.safeParse(input)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`)
    return { problems, events: 0, erased: [] }
  }
  const { head, events } = parsed.data
  return {
    problems: chainProblems({ caseId: REGISTER, head, events }, quoted),
    events: events.length,
    erased: [],
    head,
  }
}
