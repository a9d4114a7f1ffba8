import { digest } from '../../record/chain.ts'
import type { Matter } from '../matter.ts'
import { type Found, foundOf, inOneWord, type RelativeSeen, type Rule, throughOthers, whoseWords } from '../rule.ts'
import { bars } from '../touch.ts'
import { gifts } from './flag-gift.ts'
import { others } from './flag-other.ts'
import { paidAdvice } from './flag-paid-adviser.ts'
import { unknown } from './flag-unknown-organisation.ts'

/** Declared, it would bar. */
const barring = { wouldBar: true as const }

/** What somebody close once declared of themselves, and has left out since. */
const leftOutBy = ({ kind, entry, leftOut }: RelativeSeen, matter: Matter): Found[] =>
  leftOut.map((touch) => ({
    ...barring,
    ...foundOf(touch, matter, whoseWords[kind], entry.person),
    toThem: `The register suggests that somebody whom you named as ${inOneWord[kind]} has an interest in an organisation which this case concerns.`,
  }))

/** Nobody is barred by what others say of them: it is put to them, and looked at. */
export const flagUndeclared: Rule = {
  says: 'An interest that the register suggests, but the person did not declare, is looked at, whatever it would do if it were declared. So is what a relative or business partner has left out, and one who has declared nothing.',
  partakersOnly: true,
  applies: ({ suggested, suggestedRelatives, relatives, matter }) => [
    ...suggested.touches.map((touch) => ({ ...foundOf(touch, matter), ...(bars(touch) && barring) })),
    ...gifts(suggested),
    ...paidAdvice(suggested),
    ...others(suggested),
    ...throughOthers(suggested, 'family').map((found) => ({ ...found, ...barring })),
    ...throughOthers(suggested, 'business-partner').map((found) => ({ ...found, ...barring })),
    ...unknown(suggested.strange, matter, true),
    ...relatives.flatMap((relative) => leftOutBy(relative, matter)),
    ...suggestedRelatives.flatMap(({ kind, entry, touches }) =>
      touches.map((touch) => ({
        ...barring,
        ...foundOf({ ...touch, tie: { ...touch.tie, said: 'suggested' } }, matter, whoseWords[kind], entry.person),
        toThem: `The register suggests that you have ${inOneWord[kind]} with an interest in an organisation which this case concerns.`,
      })),
    ),
    ...relatives
      .filter(({ entry }) => entry.declaration === undefined)
      .map(({ kind, entry }) => ({
        relative: entry.person,
        evidence: `Declared: has ${inOneWord[kind]} who has never declared any interests: nobody knows whether there are some.`,
        fingerprint: digest({ silent: entry.person, kind }),
      })),
  ],
}
