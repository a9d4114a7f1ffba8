import { foundTie, type Rule } from '../rule.ts'
import { isCompany, isOwnProvider, stake } from '../stake.ts'
import { said } from '../words.ts'

export const flagOther: Rule = {
  says: 'Anything declared as “other” is looked at, and so is any tie to the commissioning company that does not bar.',
  applies: ({ tiesOfLate, matter, facts }) =>
    tiesOfLate.flatMap((tie) => {
      const { interest, organisation } = tie
      if (interest.kind === 'other') {
        const own = isOwnProvider(organisation) ? "which is the practices' own provider" : 'which has no known stake'
        const why = stake(organisation, matter)?.words ?? own
        return [foundTie(tie, said(tie, `, ${why}: “${interest.detail}”`), `${why} ${interest.detail}`)]
      }
      const near = ['partner', 'owner', 'member', 'paid-adviser'].includes(interest.kind)
      return near && isCompany(organisation) && !facts.officer
        ? [foundTie(tie, said(tie, ', which is the commissioning company.'), 'company')]
        : []
    }),
}
