import { digest } from '../../record/chain.ts'
import { plainName } from '../../register/names.ts'
import type { Rule } from '../rule.ts'

/** The premises are said in words: a practice whose name stands there may host the service, and a person looks at it. */
export const flagHost: Rule = {
  says: 'A nominee is looked at if their practice proposed the case or would host the service.',
  panelOnly: true,
  applies: ({ facts: { practiceId }, matter: { proposer, premises, organisations } }) => {
    if (practiceId === undefined) return []
    const name = plainName(organisations.get(practiceId)?.name ?? '')
    const hosts = name !== '' && ` ${plainName(premises)} `.includes(` ${name} `)
    const found = (evidence: string, why: string) => ({
      ...{ organisationId: practiceId, chain: [practiceId], evidence },
      fingerprint: digest({ practiceId, why }),
    })
    return [
      ...(proposer.kind === 'practice' && proposer.practiceId === practiceId
        ? [found("The nominee's practice proposed this case.", 'proposed')]
        : []),
      ...(hosts ? [found("The proposal names the nominee's practice among the premises.", 'hosts')] : []),
    ]
  },
}
