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

/** Ever in this register: no sequence lasts 24 months, so what an organisation sold or no longer does counts as if it still did. */
class Organisations {
  readonly all: Map<string, { kind: string; serves: Set<string>; holds: Map<string, number> }>
  readonly #shares = new Map<string, Map<string, number>>()

  constructor({ begun, told }: LivedCase) {
    this.all = new Map()
    const recorded = told.flatMap(({ event }) =>
      event.type === 'OrganisationRecorded' ? [event.data.organisation] : [],
    )
    for (const { id, kind, areas, intends = [], owns } of [...begun, ...recorded]) {
      const one = this.all.get(id) ?? { kind, serves: new Set(), holds: new Map<string, number>() }
      for (const area of [...areas, ...intends]) one.serves.add(area)
      const now = new Map<string, number>()
      for (const { organisationId, basisPoints } of owns)
        now.set(organisationId, (now.get(organisationId) ?? 0) + basisPoints)
      for (const [owned, part] of now) one.holds.set(owned, Math.max(part, one.holds.get(owned) ?? 0))
      this.all.set(id, one)
    }
  }

  kindOf = (id: string) => this.all.get(id)?.kind

  /** Through others too: what goes round a circle is added until it is nothing. */
  share(holder: string, target: string): number {
    if (holder === target) return 1
    const total = this.#shares.get(holder) ?? new Map<string, number>()
    if (!this.#shares.has(holder)) {
      let edge = new Map([[holder, 1]])
      for (let round = 0; round < 60 && edge.size > 0; round += 1) {
        const next = new Map<string, number>()
        for (const [owner, part] of edge)
          for (const [owned, basisPoints] of this.all.get(owner)?.holds ?? []) {
            const share = (part * Math.min(basisPoints, 10_000)) / 10_000
            next.set(owned, (next.get(owned) ?? 0) + share)
            total.set(owned, (total.get(owned) ?? 0) + share)
          }
        edge = next
      }
      this.#shares.set(holder, total)
    }
    return Math.min(1, total.get(target) ?? 0)
  }

  /** By majorities alone, of majorities. */
  decidesFor(holder: string, owned: string): boolean {
    const group = [holder]
    for (const _ of group)
      for (const [id] of this.all)
        if (!group.includes(id) && group.reduce((sum, other) => sum + this.#held(other, id), 0) > 5_000) group.push(id)
    return owned !== holder && group.includes(owned)
  }

  #held = (owner: string, owned: string) => this.all.get(owner)?.holds.get(owned) ?? 0
}

const ONE_PER_CENT = 0.010_001

/** What has been told until now. */
class Facts {
  readonly #lived: LivedCase
  readonly #grave: Set<string>
  readonly #organisations: Organisations

  constructor(lived: LivedCase) {
    this.#lived = lived
    this.#organisations = new Organisations(lived)
    const { tender, proposal } = lived.theCase
    const opened = tender?.status === 'opened' || tender?.status === 'ended'
    const serves = [...this.#organisations.all].filter(([, one]) => one.serves.has(proposal.form.area))
    this.#grave = new Set([...serves.map(([id]) => id), ...(opened ? ['bones', 'valehead'] : [])])
  }

  /** @param before whether they were barred until now */
  bars(person: string, before: boolean): boolean {
    const officer = person === OFFICER
    const touches = (interests: Interest[], beside: Interest[] = []) =>
      interests.some((one) => this.#touches(one, [...interests, ...beside].filter(lasts), officer))
    const { now, ever } = this.#said(person)
    const held = before ? ever : now
    const theirs = (personId: string) => {
      const other = this.#said(personId)
      return [...(before ? other.ever : other.now).interests, ...other.recorded, ...this.#belonging(personId)]
    }
    const lasting = held.interests.filter(({ endedOn }) => endedOn === undefined)
    return (
      touches(held.interests) ||
      touches(this.#belonging(person)) ||
      held.relations.some(({ personId, kind }) => {
        // A household owns what each of it does: one per cent in two halves is one per cent.
        const household = kind === 'family' ? lasting : []
        return touches(
          theirs(personId).filter((one) => !close.includes(one.kind)),
          household,
        )
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
          interests: together(ever.interests, now.interests),
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
    return { now, ever: { ...ever, interests: together(ever.interests, now.interests) }, recorded }
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

  #touches({ organisationId: id, kind, endedOn }: Interest, all: Interest[], officer: boolean): boolean {
    const organisations = this.#organisations
    const organisation = organisations.kindOf(id)
    if (organisation === undefined || !lasts({ endedOn })) return false
    const company = organisation === 'company'
    const deciding = kind === 'director' || close.includes(kind)
    if (company && (kind === 'employee' || deciding) && !officer) return true
    const providers = [...organisations.all.keys()].filter((one) => organisations.kindOf(one) === 'federation')
    const part = (of: string) => (close.includes(kind) ? organisations.share(id, of) : this.#part(all, of))
    const people = kind === 'employee' || [...control, ...close].includes(kind)
    const ofSubsidiary =
      !company &&
      people &&
      (kind !== 'owner' || part(id) > ONE_PER_CENT) &&
      [...this.#grave, ...providers].some((one) => organisations.decidesFor(one, id))
    if (ofSubsidiary) return true
    if (kind === 'employee') return this.#grave.has(id) || organisation === 'federation'
    if (!people) return false
    if (providers.some((one) => one === id || organisations.share(id, one) > 0)) return true
    return [...this.#grave].some((target) =>
      target === id
        ? kind !== 'owner' || part(target) > ONE_PER_CENT
        : organisations.share(id, target) > 0 && part(target) > ONE_PER_CENT,
    )
  }

  /** What these come to of an organisation: of where somebody decides, all that it owns. */
  #part(all: Interest[], of: string): number {
    const parts = new Map<string, number>()
    for (const { organisationId, kind, basisPoints = 10_000 } of all) {
      // Whoever decides for it owns nothing of it by that.
      if (!control.includes(kind) || (kind !== 'owner' && organisationId === of)) continue
      const part = kind === 'owner' ? basisPoints / 10_000 : 1
      parts.set(organisationId, Math.min(1, (parts.get(organisationId) ?? 0) + part))
    }
    return [...parts].reduce((sum, [id, part]) => sum + part * this.#organisations.share(id, of), 0)
  }
}

const lasts = ({ endedOn }: Pick<Interest, 'endedOn'>) => endedOn === undefined || endedOn >= '2024-01-01'

/** What was said and what is said; an interest that is said again is still one. */
function together(said: readonly Interest[], now: readonly Interest[]): Interest[] {
  const before = said.map((one) => JSON.stringify(one))
  const again = (one: Interest) => {
    const index = before.indexOf(JSON.stringify(one))
    if (index >= 0) before.splice(index, 1)
    return index >= 0
  }
  return [...said, ...now.filter((one) => !again(one))]
}
