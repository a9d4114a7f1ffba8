import { suggestions } from '../../register/names.ts'
import { foundTie, type Rule } from '../rule.ts'
import { said } from '../words.ts'

/** A tender may name a partner that no organisation of the register goes by, and that is one of them all the same. */
export const flagSimilarName: Rule = {
  says: 'A tie to an organisation is looked at if its name is like one in a tender that matches no organisation exactly.',
  applies: ({ ties, matter }) =>
    matter.unknownNames.flatMap((name) => {
      const alike = new Set(suggestions(name, [...matter.organisations.values()]).map((one) => one.organisationId))
      return ties
        .filter(({ organisation }) => alike.has(organisation.id))
        .map((tie) => foundTie(tie, said(tie, `, whose name is like “${name}”, which a tender names.`), name))
    }),
}
