import { type Found, foundTie, type Rule, type Seen } from '../rule.ts'
import { isNamed, isOwnProvider, stake } from '../stake.ts'
import { said } from '../words.ts'

export const flagPaidAdviser: Rule = {
  says: 'Paid advice to an organisation with a stake in the case is looked at.',
  applies: paidAdvice,
}

export function paidAdvice({ tiesOfLate, matter }: Pick<Seen, 'tiesOfLate' | 'matter'>): Found[] {
  return tiesOfLate.flatMap((tie) => {
    if (tie.interest.kind !== 'paid-adviser') return []
    const own = { key: 'own provider', words: "which is the practices' own provider" }
    const why = stake(tie.organisation, matter) ?? (isOwnProvider(tie.organisation) ? own : undefined)
    if (!why) return []
    const found = foundTie(tie, said(tie, `, ${why.words}.`), why.key)
    // Who tenders is not public.
    return isNamed(tie.organisation, matter)
      ? [{ ...found, toThem: said(tie, ', which this case concerns.') }]
      : [found]
  })
}
