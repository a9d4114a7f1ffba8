import { Refusal } from '../refusal.ts'
import type { RuleBook } from '../rule-book/rule-book.ts'
import { monthsAfter } from '../time/day.ts'
import { endOf, type Instant, londonDate, sameTimeAfter } from '../time/instant.ts'
import type { Declaration, RegisterEntry } from './declaration.ts'

type Settings = Pick<RuleBook['conflict'], 'declarationsLastMonths' | 'remindToDeclareBefore'>

/** When a declaration no longer holds: at the end of the day, twelve months later *setting* (requirements §4). */
export const expiresAt = (declaredAt: Instant, { declarationsLastMonths }: Settings): Instant =>
  endOf(monthsAfter(londonDate(declaredAt), declarationsLastMonths))

export type DeclarationStatus = 'never' | 'current' | 'expires soon' | 'expired'

export function declarationStatus(declaredAt: Instant | undefined, at: Instant, settings: Settings): DeclarationStatus {
  if (declaredAt === undefined) return 'never'
  const expires = expiresAt(declaredAt, settings)
  if (at >= expires) return 'expired'
  return at >= remindAt(expires, settings) ? 'expires soon' : 'current'
}

/** Whole days before, in London. */
const remindAt = (expires: Instant, { remindToDeclareBefore: { count } }: Settings): Instant =>
  sameTimeAfter(expires, -count)

/** @throws Refusal `DeclareInterests` when nothing was declared, or too long ago, to take part. */
export function mustHaveDeclared(declaredAt: Instant | undefined, at: Instant, settings: Settings): void {
  if (declaredAt === undefined)
    throw new Refusal(
      'DeclareInterests',
      'You have not declared your interests. Do that first, under “My interests”. It takes a minute, and you can declare that you have nothing to declare.',
    )
  if (at >= expiresAt(declaredAt, settings))
    throw new Refusal(
      'DeclareInterests',
      `Your declaration of interests was made more than ${settings.declarationsLastMonths} months ago. Renew it first, under “My interests”. It takes a minute.`,
    )
}

/** What a person declared in the register, for a nomination that they accept now. @throws Refusal as `mustHaveDeclared` */
export function declaredBefore(entry: RegisterEntry | undefined, at: Instant, settings: Settings): Declaration {
  mustHaveDeclared(entry?.declaredAt, at, settings)
  return entry?.declaration ?? { kind: 'nothing to declare' }
}
