import { RegisterPast } from '../../domain/register/past.ts'
import { isRegister, verifyRegister } from '../../domain/register/verify.ts'

/** The register's record in a file, to make the checks of cases again from it; or why it is of no use for that. */
export function registerIn(bytes: Uint8Array): RegisterPast | { problem: string } {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { problem: 'it is not JSON' }
  }
  if (!isRegister(read)) return { problem: 'it is no export of the register of interests' }
  const [changed] = verifyRegister(read).problems
  if (changed !== undefined) return { problem: changed }
  const past = new RegisterPast(read as ConstructorParameters<typeof RegisterPast>[0])
  const problem = past.unreadable()
  return problem === undefined ? past : { problem }
}
