import type { Organisation } from '../locality/locality.ts'
import type { Interest } from '../nomination/nomination.ts'
import { areas } from '../proposal/areas.ts'
import type { Finding, RuleId } from './conflict.ts'
import type { Matter, PersonFacts } from './matter.ts'

export interface Rule {
  effect: 'bar' | 'ineligible' | 'flag'
  /** The rule in words. */
  says: string
  applies(person: string, facts: PersonFacts, matter: Matter): Omit<Finding, 'rule'>[]
}

/** A tie that makes an organisation's interest one's own. */
const own: Interest['kind'][] = ['director', 'partner', 'owner', 'employee']

const tie: Record<Interest['kind'], string> = {
  director: 'is a director of',
  partner: 'is a partner in',
  owner: 'owns, or owns part of,',
  employee: 'is employed by',
  'paid-adviser': 'is paid to advise',
  family: 'has family with an interest in',
  other: 'has another tie to',
}

interface Tie {
  interest: Interest
  organisation: Organisation
}

function ties({ declaration }: PersonFacts, { organisations }: Matter): Tie[] {
  const interests = declaration.kind === 'interests' ? declaration.interests : []
  return interests.flatMap((interest) => {
    const organisation = organisations.get(interest.organisationId)
    return organisation ? [{ interest, organisation }] : []
  })
}

/** Why an organisation matters to this case, in words; undefined when it does not. */
function stake({ id, areas: provides }: Organisation, { area, named }: Matter): string | undefined {
  const part = named.find((one) => one.organisationId === id)?.as
  if (part !== undefined) return `which is named in a tender as ${part}`
  if (provides.includes(area)) return `which provides or intends to provide services in ${areas[area].name}`
  return undefined
}

const isCompany = ({ kind }: Organisation) => kind === 'company'
const isOwnProvider = ({ kind }: Organisation) => kind === 'federation'

/** Why an organisation bars those who belong to it, in words. */
function barring(organisation: Organisation, matter: Matter): string | undefined {
  if (isCompany(organisation)) return 'which is the commissioning company'
  if (isOwnProvider(organisation)) return "which is the practices' own provider"
  return stake(organisation, matter)
}

const finding = ({ interest, organisation }: Tie, why: string): Omit<Finding, 'rule'> => ({
  organisationId: organisation.id,
  evidence: `Declared: ${tie[interest.kind]} ${organisation.name}, ${why}.`,
})

/**
 * Requirements §4, over what nominees declared. Chains of ownership, ended ties and what the register suggests by itself
 * join here as further rules.
 */
export const conflictRules: Record<RuleId, Rule> = {
  'bar-company': {
    effect: 'bar',
    says: 'Directors and employees of the commissioning company have no vote (founding proposal §11.2).',
    applies: (_, facts, matter) =>
      ties(facts, matter)
        .filter(
          ({ interest, organisation }) => isCompany(organisation) && ['director', 'employee'].includes(interest.kind),
        )
        .map((one) => finding(one, 'which is the commissioning company')),
  },
  'bar-own-provider': {
    effect: 'bar',
    says: "Members, directors, owners and employees of the practices' own provider sit on no panel (founding proposal §12).",
    applies: (_, facts, matter) =>
      ties(facts, matter)
        .filter(({ interest, organisation }) => isOwnProvider(organisation) && own.includes(interest.kind))
        .map((one) => finding(one, "which is the practices' own provider")),
  },
  'bar-this-case': {
    effect: 'bar',
    says: 'Nobody judges a case in which an organisation of theirs provides, would provide, or tenders.',
    applies: (_, facts, matter) =>
      ties(facts, matter).flatMap((one) => {
        const why = stake(one.organisation, matter)
        return why !== undefined && own.includes(one.interest.kind) ? [finding(one, why)] : []
      }),
  },
  'bar-family': {
    effect: 'bar',
    says: 'Family with such an interest bars as the interest does.',
    applies: (_, facts, matter) =>
      ties(facts, matter).flatMap((one) => {
        const why = barring(one.organisation, matter)
        return why !== undefined && one.interest.kind === 'family' ? [finding(one, why)] : []
      }),
  },
  'ineligible-proposer': {
    effect: 'ineligible',
    says: "The case's proposer, clinical lead and project manager cannot sit on its panel.",
    applies: (person, _, { proposers }) =>
      proposers
        .filter((one) => one.person === person)
        .map(({ part }) => ({ evidence: `Is the ${part} of this proposal.` })),
  },
  'flag-host': {
    effect: 'flag',
    says: "The nominee's practice proposed the case.",
    applies: (_, { practiceId }, { proposer }) =>
      proposer.kind === 'practice' && proposer.practiceId === practiceId
        ? [{ evidence: "The nominee's practice proposed this case." }]
        : [],
  },
  'flag-other': {
    effect: 'flag',
    says: 'Paid advice to an organisation with a stake in the case, and anything declared as “other”, is looked at.',
    applies: (_, facts, matter) =>
      ties(facts, matter).flatMap((one) => {
        const { interest, organisation } = one
        const why = barring(organisation, matter)
        if (interest.kind === 'other')
          return [finding(one, `${why ?? 'which has no known stake in this case'}: “${interest.detail}”`)]
        // What bars only directors and employees is looked at in a partner or owner.
        const near =
          interest.kind === 'paid-adviser' || (isCompany(organisation) && ['partner', 'owner'].includes(interest.kind))
        return near && why !== undefined ? [finding(one, why)] : []
      }),
  },
  'flag-unknown-organisation': {
    effect: 'flag',
    says: 'An interest in an organisation that the register does not know cannot be judged by rule.',
    applies: (_, { declaration }, { organisations }) =>
      (declaration.kind === 'interests' ? declaration.interests : [])
        .filter((interest) => !organisations.has(interest.organisationId))
        .map((interest) => ({
          organisationId: interest.organisationId,
          evidence: `Declared: ${tie[interest.kind]} “${interest.organisationId}”, which the register does not know.`,
        })),
  },
}
