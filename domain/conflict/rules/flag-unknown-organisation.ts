import { digest } from '../../record/chain.ts'
import { interestsIn } from '../../register/declaration.ts'
import { organisationCalled, suggestions } from '../../register/names.ts'
import type { Rule } from '../rule.ts'
import { isStandIn } from '../stand-in.ts'
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
        const alike = suggestions(organisationId, known)
        const evidence = (like: typeof alike) => {
          const perhaps =
            like.length === 0 ? '' : `; its name is like that of ${like.map(({ name }) => name).join(' and of ')}`
          return `${strangeInWords(kind, organisationId)}${perhaps}.`
        }
        // Who tenders is not public: the person is told of the register alone.
        const inRegister = alike.filter((one) => !isStandIn({ id: one.organisationId }))
        return {
          organisationId,
          evidence: evidence(alike),
          ...(inRegister.length < alike.length && { toThem: evidence(inRegister) }),
          fingerprint: digest({ kind, organisationId, alike: alike.map(({ name }) => name) }),
        }
      })
  },
}
