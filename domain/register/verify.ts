import type { QuotedHead } from '../record/chain.ts'
import type { Verification } from '../record/verify.ts'
import { chainProblems } from '../record/verify-chain.ts'
import { FORMAT, REGISTER, registerExportSchema } from './export.ts'

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
