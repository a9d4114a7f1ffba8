import type { InterestKind } from '../../register/declaration.ts'
import {
  type Found,
  foundNear,
  foundOf,
  inOneWord,
  type RelativeSeen,
  type Rule,
  type Seen,
  whoseWords,
} from '../rule.ts'

/**
 * Kinds of interest that bar nobody by themselves. Where a close person has one that leads to a stake in the case, it is looked
 * at in the person themselves.
 */
const loose: InterestKind[] = ['paid-adviser', 'gift', 'other', 'family', 'business-partner']

/** To name somebody close is never worth less than to say the same without a name. */
export const flagCloseInterest: Rule = {
  says: 'What would be looked at in a person is looked at in their family and business partners, where it leads to an organisation with a stake in the case.',
  applies: (seen) => [...untold(seen), ...seen.relatives.flatMap((one) => ofRelative(one, seen))],
}

/** Of those whom the person does not name. What bars is the business of the rules that bar. */
const untold = ({ tiesOfLate, matter }: Seen): Found[] =>
  tiesOfLate
    .filter(({ interest: { kind } }) => kind === 'family' || kind === 'business-partner')
    .flatMap((tie) => foundNear(tie, matter, { ways: ['small ownership', 'same group'] }))

function ofRelative({ kind, entry, ties, looked }: RelativeSeen, { matter }: Seen): Found[] {
  const [whose, relative] = [whoseWords[kind], entry.person]
  return [
    // Staff of an owning practice are left out: half the practices have a share in their own provider, so to be employed there
    // says nothing of their family.
    ...looked
      .filter(({ way }) => way !== 'staff of owning practice')
      .map((touch) => foundOf(touch, matter, whose, relative)),
    ...ties
      .filter(({ interest }) => loose.includes(interest.kind))
      .flatMap((tie) => foundNear(tie, matter, { whose, relative })),
  ].map((found) => ({
    ...found,
    toThem: `Somebody whom you named as ${inOneWord[kind]} has an interest in an organisation which this case concerns.`,
  }))
}
