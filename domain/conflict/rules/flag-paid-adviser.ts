import { type Found, foundNear, foundTie, type Rule, type Seen } from '../rule.ts'
import { isOwnProvider } from '../stake.ts'
import { said } from '../words.ts'

export const flagPaidAdviser: Rule = {
  says: 'Paid advice to an organisation with a stake in the case is looked at, and so is advice to one that owns part of it, or is of the same group.',
  applies: paidAdvice,
}

export function paidAdvice({ tiesOfLate, matter }: Pick<Seen, 'tiesOfLate' | 'matter'>): Found[] {
  return tiesOfLate.flatMap((tie) => {
    if (tie.interest.kind !== 'paid-adviser') return []
    const near = foundNear(tie, matter)
    if (near.length > 0) return near
    const own = { key: 'own provider', words: "which is the practices' own provider" }
    return isOwnProvider(tie.organisation) ? [foundTie(tie, said(tie, `, ${own.words}.`), own.key)] : []
  })
}
