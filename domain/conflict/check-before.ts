import type { Case } from '../case/case.ts'
import type { RegisterEntry } from '../register/declaration.ts'
import { declarationStatus } from '../register/expiry.ts'
import type { Instant } from '../time/instant.ts'
import { checkAgain } from './check.ts'
import { type Check, toldThem } from './conflict.ts'
import type { Matter } from './matter.ts'
import type { RuleId } from './rule-rows.ts'

/** Rules based on what the case says about the practice and its people: the person who asks knows it, or may read it. */
const open: RuleId[] = ['ineligible-proposer', 'flag-host']

export interface CheckedBefore {
  result: Check['result']
  /** What the rules say that is no secret between the person and their practice. */
  because: string[]
  /** They have to declare their interests anew before they can take part. */
  mustDeclare: boolean
  /** The register as it was then: its version would tell that somebody else declares, in whichever case (requirements §4). */
  checkedAt: Instant
}

/**
 * What the register says of somebody before they are nominated (requirements §4). Their practice learns how it would end, and
 * nothing of what they declared; they themselves see all of it.
 */
export function checkBefore(
  theCase: Pick<Case, 'ruleBook' | 'conflicts'>,
  { person, practiceId, entry }: { person: string; practiceId?: string; entry: RegisterEntry | undefined },
  matter: Matter,
  { at, self }: { at: Instant; self: boolean },
): CheckedBefore {
  const before = theCase.conflicts?.standings[person]
  const { result, findings } = checkAgain(person, practiceId === undefined ? {} : { practiceId }, matter, before)
  const ruled = before?.status === 'barred' && before.ruling !== undefined
  const status = declarationStatus(entry?.declaredAt, at, theCase.ruleBook.conflict)
  return {
    result: ruled ? 'barred' : result,
    because: findings.filter(({ rule }) => self || open.includes(rule)).map(toldThem),
    mustDeclare: status === 'never' || status === 'expired',
    checkedAt: at,
  }
}
