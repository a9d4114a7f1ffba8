import { digest } from '../../record/chain.ts'
import type { Rule } from '../rule.ts'

/** They keep seeing what they are owed as proposers: this is no conflict, and locks nobody out. */
export const ineligibleProposer: Rule = {
  says: "The case's proposer, clinical lead and project manager cannot sit on its panel.",
  panelOnly: true,
  applies: ({ person, matter }) =>
    matter.proposers
      .filter((one) => one.person === person)
      .map(({ part }) => ({ evidence: `Is the ${part} of this proposal.`, fingerprint: digest({ part }) })),
}
