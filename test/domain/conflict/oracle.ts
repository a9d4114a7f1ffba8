import { excludedFrom } from '../../../domain/conflict/exclusion.ts'
import { pool } from '../../../domain/nomination/nomination.ts'
import { type Interest, interestsIn, type Relation, relationsIn } from '../../../domain/register/declaration.ts'
import { type LivedCase, OFFICER, STAFF } from './lived-case.ts'
import type { Known } from './promises.ts'

/**
 * Who may not take part, reckoned from everything that was ever told of anybody, and by nothing that the rules of conflict say:
 * own words, what others record, family, holdings, where somebody belongs and belonged (requirements §4). Whoever was barred is
 * so for as long as anything that they, or those whom they named, ever said would bar, until somebody else strikes that out.
 */
export class Oracle {
  #barred = new Set<string>()

  /** To be asked after every step: what it said before counts. */
  known(lived: LivedCase): Known {
    const people = lived.entries.map(({ person }) => person)
    const facts = new Facts(lived)
    const barred = people.filter((person) => facts.bars(person, this.#barred.has(person)))
    this.#barred = new Set(barred)
    const looked = new Set([...(lived.theCase.nomination ? pool(lived.theCase.nomination) : []), OFFICER])
    const out = excludedFrom(lived.theCase)
    return {
      tied: barred,
      staff: [STAFF],
      at: lived.at,
      letIn: lived.theCase.life.status === 'ended' ? [] : barred.filter((one) => looked.has(one) && !out.has(one)),
    }
  }
}

const control: Interest['kind'][] = ['director', 'partner', 'owner', 'member']
const close: Interest['kind'][] = ['family', 'business-partner']

/** What has been told until now. */
class Facts {
  readonly #lived: LivedCase
  readonly #grave: Set<string>
  readonly #shares: Map<string, Map<string, number>>

  constructor(lived: LivedCase) {
    this.#lived = lived
    const { tender, proposal } = lived.theCase
    const opened = tender?.status === 'opened' || tender?.status === 'ended'
    const provides = lived.organisations.filter(({ areas, intends = [] }) =>
      [...areas, ...intends].includes(proposal.form.area),
    )
    this.#grave = new Set([...provides.map(({ id }) => id), ...(opened ? ['bones', 'valehead'] : [])])
    this.#shares = sharesOf(lived)
  }

  /** @param before whether they were barred until now */
  bars(person: string, before: boolean): boolean {
    const officer = person === OFFICER
    const touches = (interests: Interest[], kinds = control) =>
      interests.some((one) => this.#touches(one, kinds, officer))
    const { now, ever } = this.#said(person)
    const own = [...control, ...close]
    const held = before ? ever : now
    return (
      touches(held.interests, own) ||
      touches(this.#belonging(person)) ||
      held.relations.some(({ personId }) => {
        const other = this.#said(personId)
        return touches([
          ...(before ? other.ever : other.now).interests,
          ...other.recorded,
          ...this.#belonging(personId),
        ])
      })
    )
  }

  /** What somebody says now, what they ever said, and what others entered, but for what was struck out since. */
  #said(person: string) {
    const now = { interests: [] as Interest[], relations: [] as Relation[] }
    let ever = { interests: [] as Interest[], relations: [] as Relation[] }
    let recorded: Interest[] = []
    for (const { event } of this.#lived.told) {
      if (!('person' in event.data) || event.data.person !== person) continue
      if (event.type === 'InterestsDeclared') {
        now.interests = interestsIn(event.data.declaration)
        now.relations = relationsIn(event.data.declaration)
        ever = {
          interests: [...ever.interests, ...now.interests],
          relations: [...ever.relations, ...now.relations],
        }
      }
      if (event.type === 'InterestRecorded') recorded = [...recorded, event.data.interest]
      if (event.type === 'InterestStruck') {
        const { organisationId, kind } = event.data.interest
        const other = (one: Interest) => one.organisationId !== organisationId || one.kind !== kind
        ever = { ...ever, interests: ever.interests.filter(other) }
        recorded = recorded.filter(other)
      }
    }
    return { now, ever: { ...ever, interests: [...ever.interests, ...now.interests] }, recorded }
  }

  /** Where the register of people says that somebody belongs, or belonged: no sequence lasts 24 months. */
  #belonging(person: string): Interest[] {
    const { people, told } = this.#lived
    const now = people.flatMap(({ id, organisationId }) => (id === person && organisationId ? [organisationId] : []))
    const once = told.flatMap(({ event }) =>
      event.type === 'BelongingChanged' && event.data.person === person ? event.data.ended : [],
    )
    const staff = person === STAFF ? ['company'] : []
    return [...now, ...once, ...staff].map((organisationId) => ({ organisationId, kind: 'employee', detail: '' }))
  }

  #touches({ organisationId, kind, endedOn }: Interest, kinds: Interest['kind'][], officer: boolean): boolean {
    const organisation = this.#lived.organisations.find(({ id }) => id === organisationId)
    if (!organisation || (endedOn !== undefined && endedOn < '2024-01-01')) return false
    const direct = this.#grave.has(organisationId) || organisation.kind === 'federation'
    if (kind === 'employee') return direct || (organisation.kind === 'company' && !officer)
    if (!kinds.includes(kind)) return false
    const deciding = kind === 'director' || close.includes(kind)
    if (direct || (organisation.kind === 'company' && deciding && !officer)) return true
    return [...(this.#shares.get(organisationId) ?? [])].some(([id, share]) => {
      const owned = this.#lived.organisations.find((one) => one.id === id)
      return owned?.kind === 'federation' ? share > 0 : this.#grave.has(id) && share > 0.010_001
    })
  }
}

/** What each organisation owns of each other, through others too: what goes round a circle is added until it is nothing. */
function sharesOf({ organisations }: LivedCase): Map<string, Map<string, number>> {
  const found = organisations.map(({ id }) => {
    const total = new Map<string, number>()
    let edge = new Map([[id, 1]])
    for (let round = 0; round < 60 && edge.size > 0; round += 1) {
      const next = new Map<string, number>()
      for (const [owner, part] of edge)
        for (const { organisationId, basisPoints } of organisations.find((one) => one.id === owner)?.owns ?? []) {
          const share = (part * basisPoints) / 10_000
          next.set(organisationId, (next.get(organisationId) ?? 0) + share)
          total.set(organisationId, (total.get(organisationId) ?? 0) + share)
        }
      edge = next
    }
    total.delete(id)
    return [id, total] as const
  })
  return new Map(found)
}
