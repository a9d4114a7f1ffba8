import { digest } from '../../record/chain.ts'
import { interestsIn } from '../../register/declaration.ts'
import { suggestions } from '../../register/names.ts'
import { endedLately } from '../ended-lately.ts'
import { type Matter, organisationsIn } from '../matter.ts'
import { entered, type Found, type Rule, sourceOf } from '../rule.ts'
import { isNamed } from '../stake.ts'
import { isStandIn } from '../stand-in.ts'
import { declarationOf, strangeAmong, type Tie } from '../ties.ts'
import { sourceInWords, strangeInWords } from '../words.ts'

/** Name matching suggests and never decides: the person who maintains the organisations says which is meant. */
export const flagUnknownOrganisation: Rule = {
  says: 'An interest in an organisation that is not in the register cannot be judged by rule.',
  applies: ({ person, facts, matter }) => {
    const declared = interestsIn(declarationOf(person, facts, matter))
    const lasting = declared.filter((one) => one.endedOn === undefined || endedLately(one, matter))
    return unknown(strangeAmong(lasting, matter), matter)
  },
}

/** @param suggested the register suggests them, and the person does not declare them */
export function unknown(interests: readonly Tie['interest'][], matter: Matter, suggested = false): Found[] {
  return interests.map((interest) => {
    const { organisationId, kind } = interest
    const alike = suggestions(organisationId, organisationsIn(matter))
    const evidence = (like: typeof alike) => {
      const perhaps =
        like.length === 0 ? '' : `; its name is like that of ${like.map(({ name }) => name).join(' and of ')}`
      return `${strangeInWords(interest, { suggested })}${perhaps}.${sourceInWords(interest)}`
    }
    // Who tenders is not public: the person is told of the register alone.
    const inRegister = alike.filter((one) => !isStandIn({ id: one.organisationId }))
    const like = alike.map(({ name }) => name)
    // Ruled on while it was nothing to the case, it is raised anew when one that it may be tenders.
    const tendering = alike.flatMap(({ organisationId: id }) =>
      isNamed({ id }, matter) && !isStandIn({ id }) ? [id] : [],
    )
    return {
      organisationId,
      evidence: evidence(alike),
      ...entered(interest),
      ...(inRegister.length < alike.length && { toThem: evidence(inRegister) }),
      fingerprint: digest({
        kind,
        organisationId,
        alike: like,
        ...(suggested && { suggested }),
        ...sourceOf(interest),
        ...(tendering.length > 0 && { tendering }),
      }),
    }
  })
}
