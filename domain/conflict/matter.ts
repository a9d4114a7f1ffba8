import type { Organisation } from '../locality/locality.ts'
import type { PracticeUsers } from '../nomination/cannot-answer.ts'
import { once } from '../once.ts'
import type { Area } from '../proposal/areas.ts'
import type { ProposalForm } from '../proposal/proposal.ts'
import { digest } from '../record/chain.ts'
import type { KeptDeclaration, RegisterEntry } from '../register/declaration.ts'
import { defaultRuleBook, type RuleBook } from '../rule-book/rule-book.ts'
import type { Instant } from '../time/instant.ts'
import { asItIs, asOfLate } from './ended-lately.ts'
import { type Ownership, ownershipOf } from './ownership.ts'
import { isStandIn, standIns, type UnknownInTender } from './stand-in.ts'

/** An organisation named in a tender. */
export interface NamedInTender {
  organisationId: string
  as: 'bidder' | 'partner' | 'subcontractor'
}

/** The register of interests as the rules read it. */
export interface Register {
  /** Every result names it. */
  version: string
  organisations: readonly Organisation[]
  entries: readonly RegisterEntry[]
}

/** What a person could be conflicted in: a case, with the register as it is now. */
export interface Matter {
  area: Area
  proposer: ProposalForm['proposer']
  /** In the proposal’s own words: a practice named here may host the service. */
  premises: string
  /** By their part in the proposal. */
  proposers: { person: string; part: 'proposer' | 'clinical lead' | 'project manager' }[]
  organisations: ReadonlyMap<string, Organisation>
  ownership: Ownership
  /** As they were of late, where anything of them has ended since: what barred by it bars for a while yet. */
  late?: Pick<Matter, 'organisations' | 'ownership'>
  /** What the register holds of people. */
  entries: ReadonlyMap<string, RegisterEntry>
  /** Empty until the tenders are opened. What the register does not know is among the organisations, too (`standIns`). */
  named: readonly NamedInTender[]
  /** Who decides on the case without sitting on its panel: they are looked at with everybody else. */
  officers: readonly string[]
  /** Who takes no part, and could follow the case: whoever is barred is locked out all the same. */
  bystanders: readonly string[]
  /** The people of each practice who can answer for it. */
  users: PracticeUsers
  /** Where the register of people says that somebody works: organisations, by person. */
  works: ReadonlyMap<string, readonly string[]>
  rules: RuleBook['conflict']
  /** The instant at which the question is asked: ties end, and no longer count one day. */
  at: Instant | undefined
  /** The version of the register. */
  register: string
}

/** What is known of a person in this case: their practice, and what they declared for it. */
export interface PersonFacts {
  practiceId?: string
  /** For this case; absent for those who declare in the register alone. */
  declaration?: KeptDeclaration
  declaredAt?: Instant
  /** Decides on the case without sitting on its panel: of the rules, those that concern the panel alone are left out. */
  officer?: true
  /** Takes no part: of the rules, only those that bar everybody are asked. */
  bystander?: true
}

/**
 * @param register the register, or only its organisations: then nothing is known of people, and the version is a digest
 * @param at when the question is asked; without it every tie that has ended is taken for a recent one
 */
export function matterOf(
  {
    proposal: { form, submittedBy },
    ruleBook = defaultRuleBook(),
  }: { proposal: { form: ProposalForm; submittedBy: string }; ruleBook?: RuleBook },
  register: Register | readonly Organisation[],
  named: readonly NamedInTender[] = [],
  {
    at,
    unknown = [],
    officers = [],
    bystanders = [],
    works = new Map(),
    users = new Map(),
  }: {
    at?: Instant
    /** What opened tenders name, and no organisation goes by. */
    unknown?: readonly UnknownInTender[]
    officers?: readonly string[]
    bystanders?: readonly string[]
    works?: ReadonlyMap<string, readonly string[]>
    users?: PracticeUsers
  } = {},
): Matter {
  const parts = [
    { person: submittedBy, part: 'proposer' as const },
    { person: form.clinicalLead.personId, part: 'clinical lead' as const },
    { person: form.projectManager.personId, part: 'project manager' as const },
  ]
  const known = 'version' in register ? register : undefined
  const given = 'version' in register ? register.organisations : register
  const byId = [...given].sort((one, other) => (one.id < other.id ? -1 : 1))
  const strangers = standIns(unknown)
  const organisations = new Map(
    [...byId.map(asItIs), ...strangers.organisations].map((organisation) => [organisation.id, organisation]),
  )
  const late = asOfLate([...byId, ...strangers.organisations], { at, rules: ruleBook.conflict })
  return {
    area: form.area,
    proposer: form.proposer,
    premises: form.premises,
    proposers: parts.flatMap(({ person, part }) => (person === undefined ? [] : [{ person, part }])),
    organisations,
    ownership: ownershipOf(organisations),
    ...(late && { late }),
    entries: new Map((known?.entries ?? []).map((entry) => [entry.person, entry])),
    named: [...named, ...strangers.named],
    officers,
    bystanders,
    works,
    users,
    rules: ruleBook.conflict,
    at,
    register: known?.version ?? digest({ organisations: byId, named }),
  }
}

/** As if the tenders named these alone. */
export const withNamed = (matter: Matter, named: readonly NamedInTender[]): Matter => ({ ...matter, named })

/** As if no tender had been opened. */
export const beforeTenders = once(
  (matter: Matter): Matter => ({
    ...matter,
    organisations: new Map([...matter.organisations].filter(([id]) => !isStandIn({ id }))),
    named: [],
  }),
)

/** With the organisations as they were of late. */
export const asItWasOfLate = once((matter: Matter): Matter => ({ ...matter, ...matter.late }))

export const organisationsIn = once(({ organisations }: Pick<Matter, 'organisations'>) => [...organisations.values()])
