import { type Found, foundNear, foundTie, type Rule, type Seen } from '../rule.ts'
import { said } from '../words.ts'

/** Whoever gave it may tender, or own who does: then it is another matter than it was. */
export const flagGift: Rule = {
  says: 'Gifts and hospitality are looked at.',
  applies: gifts,
}

export function gifts({ tiesOfLate, matter }: Pick<Seen, 'tiesOfLate' | 'matter'>): Found[] {
  return tiesOfLate
    .filter(({ interest }) => interest.kind === 'gift')
    .flatMap((tie) => {
      const near = foundNear(tie, matter)
      return near.length > 0 ? near : [foundTie(tie, said(tie, `: “${tie.interest.detail}”`), tie.interest.detail)]
    })
}
