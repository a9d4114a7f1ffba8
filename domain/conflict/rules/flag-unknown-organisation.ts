import { digest } from '../../record/chain.ts'
import { interestsIn } from '../../register/declaration.ts'
import { organisationCalled, suggestions } from '../../register/names.ts'
import type { Rule } from '../rule.ts'
import { declarationOf, endedLately } from '../ties.ts'
import { strangeInWords } from '../words.ts'

/** Name matching suggests and never decides: the person who maintains the organisations says which is meant. */
export const flagUnknownOrganisation: Rule = {
  says: 'An interest in an organisation that is not in the register cannot be judged by rule.',
  applies: ({ person, facts, matter }) => {
    const known = [...matter.organisations.values()]
    return interestsIn(declarationOf(person, facts, matter))
      .filter((interest) => interest.endedOn === undefined || endedLately(interest, matter))
      .filter(({ organisationId }) => !organisationCalled(organisationId, known))
      .map(({ organisationId, kind }) => {
        const alike = suggestions(organisationId, known).map(({ name }) => name)
        const perhaps = alike.length === 0 ? '' : `; its name is like that of ${alike.join(' and of ')}`
        return {
          organisationId,
          evidence: `${strangeInWords(kind, organisationId)}${perhaps}.`,
          fingerprint: digest({ kind, organisationId, alike }),
        }
      })
  },
}
