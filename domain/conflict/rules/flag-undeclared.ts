import { digest } from '../../record/chain.ts'
import { foundGrave, inOneWord, type Rule } from '../rule.ts'

/** Nobody is barred by what others say of them: it is put to them, and looked at. */
export const flagUndeclared: Rule = {
  says: 'An interest that the register suggests, but the person did not declare, is looked at. So is a relative or business partner who has declared nothing.',
  partakersOnly: true,
  applies: ({ suggested, suggestedRelatives, relatives, matter }) => [
    ...suggested.map((grave) => foundGrave(grave, matter)),
    ...suggestedRelatives.flatMap(({ kind, entry, graves }) =>
      graves.map((grave) => ({
        ...foundGrave(
          { ...grave, tie: { ...grave.tie, said: 'suggested' } },
          matter,
          kind === 'family' ? 'has family who ' : 'has a business partner who ',
          entry.person,
        ),
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
