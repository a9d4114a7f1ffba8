import { foundTie, type Rule } from '../rule.ts'
import { said } from '../words.ts'

export const flagGift: Rule = {
  says: 'Gifts and hospitality are looked at.',
  applies: ({ tiesOfLate }) =>
    tiesOfLate
      .filter(({ interest }) => interest.kind === 'gift')
      .map((tie) => foundTie(tie, said(tie, `: “${tie.interest.detail}”`), tie.interest.detail)),
}
