import { foundGrave, type Rule } from '../rule.ts'

/** Nobody is barred by what others say of them: it is put to them, and looked at. */
export const flagUndeclared: Rule = {
  says: 'An interest that the register suggests, and the person did not declare, is looked at.',
  applies: ({ suggested, suggestedRelatives, matter }) => [
    ...suggested.map((grave) => foundGrave(grave, matter)),
    ...suggestedRelatives.flatMap(({ kind, graves }) =>
      graves.map((grave) =>
        foundGrave(
          { ...grave, tie: { ...grave.tie, said: 'suggested' } },
          matter,
          kind === 'family' ? 'has family who ' : 'has a business partner who ',
        ),
      ),
    ),
  ],
}
