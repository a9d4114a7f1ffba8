import { foundNear, foundTie, type Rule } from '../rule.ts'
import { said } from '../words.ts'

/** Whoever gave it may tender, or own who does: then it is another matter than it was. */
export const flagGift: Rule = {
  says: 'Gifts and hospitality are looked at.',
  applies: ({ tiesOfLate, matter }) =>
    tiesOfLate
      .filter(({ interest }) => interest.kind === 'gift')
      .flatMap((tie) => {
        const near = foundNear(tie, matter)
        return near.length > 0 ? near : [foundTie(tie, said(tie, `: “${tie.interest.detail}”`), tie.interest.detail)]
      }),
}
