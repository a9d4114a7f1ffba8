import { type Found, foundNear, foundTie, type Rule, type Seen } from '../rule.ts'
import { isCompany, isOwnProvider } from '../stake.ts'
import { said } from '../words.ts'

export const flagOther: Rule = {
  says: 'Anything declared as “other” is looked at, and so is any tie to the commissioning company that does not bar.',
  applies: others,
}

export function others({ tiesOfLate, matter, facts }: Pick<Seen, 'tiesOfLate' | 'matter' | 'facts'>): Found[] {
  return tiesOfLate.flatMap((tie) => {
    const { interest, organisation } = tie
    if (interest.kind === 'other') {
      const near = foundNear(tie, matter)
      if (near.length > 0) return near
      const own = isOwnProvider(organisation) ? "which is the practices' own provider" : 'which has no known stake'
      return [foundTie(tie, said(tie, `, ${own}: “${interest.detail}”`), `${own} ${interest.detail}`)]
    }
    const near = ['partner', 'owner', 'member', 'paid-adviser'].includes(interest.kind)
    return near && isCompany(organisation) && !facts.officer
      ? [foundTie(tie, said(tie, ', which is the commissioning company.'), 'company')]
      : []
  })
}
