import type { Organisation } from '../locality/locality.ts'
import { once } from '../once.ts'
import type { InterestKind } from '../register/declaration.ts'
import { type Matter, organisationsIn } from './matter.ts'
import { type Link, WHOLE } from './ownership.ts'
import { isCompany, isOwnProvider, stake } from './stake.ts'
import type { Tie } from './ties.ts'

/** In what way a tie touches a case; the rules say what follows. */
export type Way =
  | 'company'
  | 'own provider'
  | 'owning practice'
  | 'staff of owning practice'
  | 'this case'
  | 'ownership chain'
  | 'subsidiary'
  | 'employer owns'
  | 'small ownership'
  | 'same group'

/** A tie that touches the case, with the chain of ownership that leads there. */
export interface Touch {
  way: Way
  tie: Tie
  target: Organisation
  links: Link[]
  /** Why the target matters. */
  why: { key: string; words: string }
  /** What all the person's chains to the target come to, in parts of `WHOLE`. */
  total: number
  /** It comes to so much only with what the rest of the household owns. */
  together?: true
}

/** What bars: whatever is looked at in somebody else, or in the past, counts only if it is one of these. */
export const bars = ({ way }: Touch): boolean =>
  !['staff of owning practice', 'employer owns', 'small ownership', 'same group'].includes(way)

/** Those who own an organisation, or decide for it. */
const control: InterestKind[] = ['director', 'partner', 'owner', 'member']

const company = { key: 'company', words: 'which is the commissioning company' }
const ownProvider = { key: 'own provider', words: "which is the practices' own provider" }

/** The organisations that matter to the case, and why. */
const targetsIn = once((matter: Matter) =>
  organisationsIn(matter).flatMap((target) => {
    const why = stake(target, matter)
    return why ? [{ target, why }] : []
  }),
)

/**
 * Every way in which these ties of one person touch the case (requirements §4). Shares of several ties to one organisation
 * add up before they are held against the threshold.
 *
 * @param beside other ties of the same person, or of their household, which add up with these
 */
export function touchesOf(ties: readonly Tie[], matter: Matter, beside: readonly Tie[] = []): Touch[] {
  if (ties.length === 0) return []
  const targets = targetsIn(matter)
  const providers = organisationsIn(matter).filter(isOwnProvider)
  const all = [...ties, ...beside]
  const totals = new Map(targets.map(({ target }) => [target.id, total(all, target, matter)]))
  const threshold = (matter.rules.smallOwnershipBelow * WHOLE) / 10_000
  const small = (id: string) => (totals.get(id) ?? 0) < threshold
  return ties.flatMap((tie): Touch[] => {
    const { organisation, interest } = tie
    const reach = (target: Organisation) => matter.ownership.chain(organisation.id, target.id)
    const found = (way: Way, target: Organisation, why: Touch['why']): Touch => ({
      ...{ way, tie, target, why },
      links: target.id === organisation.id ? [] : reach(target),
      total: totals.get(target.id) ?? 0,
    })
    /** Nothing leads there from the tie; the other way round, or from one owner of both, something does. */
    const related = (target: Organisation, why: Touch['why']): Touch[] => {
      const links = inOneGroup(organisation.id, target.id, matter, threshold)
      const decided = matter.ownership.parents(organisation.id).includes(target.id)
      const part = interest.kind === 'owner' && total(all, organisation, matter) < threshold
      // Whoever works for a subsidiary works, through a chain of ownership, for who decides for it.
      const way = decided && !part ? 'subsidiary' : 'same group'
      // The practices own the company as they own their providers: its people would be looked at in every case for that.
      return links.length > 0 && !isCompany(organisation) ? [{ ...found(way, target, why), links }] : []
    }
    const owns = (target: Organisation) => target.id !== organisation.id && reach(target).length > 0
    /** What the practices' own provider has more than half of, where it has no other stake in the case. */
    const controlled = providers
      .filter(({ id }) => !totals.has(id) && matter.ownership.parents(organisation.id).includes(id))
      .flatMap((one) => related(one, ownProvider))
    if (interest.kind === 'employee') {
      const practice = organisation.kind === 'practice'
      return [
        ...(isCompany(organisation) ? [found('company', organisation, company)] : []),
        ...(isOwnProvider(organisation) ? [found('own provider', organisation, ownProvider)] : []),
        ...providers
          .filter((one) => practice && owns(one))
          .map((one) => found('staff of owning practice', one, ownProvider)),
        ...controlled,
        ...targets.flatMap(({ target, why }) => {
          if (target.id === organisation.id) return [found('this case', target, why)]
          const much = matter.ownership.share(organisation.id, target.id) >= threshold
          const above = related(target, why)
          if (above.some(bars)) return above
          return owns(target) && much ? [found('employer owns', target, why)] : above
        }),
      ]
    }
    if (!control.includes(interest.kind)) return []
    return [
      ...(isCompany(organisation) && interest.kind === 'director' ? [found('company', organisation, company)] : []),
      ...(isOwnProvider(organisation) ? [found('own provider', organisation, ownProvider)] : []),
      ...providers
        .filter(owns)
        .map((one) => found(organisation.kind === 'practice' ? 'owning practice' : 'own provider', one, ownProvider)),
      ...controlled,
      ...targets.flatMap(({ target, why }) => {
        const direct = target.id === organisation.id
        if (!direct && !owns(target)) return related(target, why)
        if (!small(target.id) || (direct && interest.kind !== 'owner'))
          return [found(direct ? 'this case' : 'ownership chain', target, why)]
        // Who is owned by the target bars no less for owning a little of it.
        const above = direct ? [] : related(target, why)
        return above.some(bars) ? above : [found('small ownership', target, why)]
      }),
    ]
  })
}

/**
 * How an organisation belongs to a target that it owns nothing of, from the one to the other: the target owns a part of it, or one
 * owner has more than half of both. Empty where it does not.
 */
function inOneGroup(from: string, target: string, { ownership }: Matter, threshold: number): Link[] {
  const up = ownership.chain(target, from)
  if (up.length > 0 && ownership.share(target, from) >= threshold) return up.toReversed()
  const parent = ownership.parents(from).find((one) => ownership.parents(target).includes(one))
  return parent === undefined ? [] : [...ownership.chain(parent, from).toReversed(), ...ownership.chain(parent, target)]
}

/** What the ties give of a target: a part of what an organisation owns for its owners, the whole for who decides for it. */
function total(ties: readonly Tie[], target: Organisation, { ownership }: Matter): number {
  const parts = new Map<string, { organisation: Organisation; part: number }>()
  for (const { interest, organisation } of ties) {
    if (!control.includes(interest.kind)) continue
    // Whoever decides for the target without owning it bars as that, not by a share.
    if (organisation.id === target.id && interest.kind !== 'owner') continue
    const part = interest.kind === 'owner' ? (interest.basisPoints ?? 10_000) : 10_000
    // Of one organisation, too, several holdings add up.
    const held = parts.get(organisation.id)?.part ?? 0
    parts.set(organisation.id, { organisation, part: Math.min(10_000, held + part) })
  }
  const shares = [...parts.values()].map(({ organisation, part }) =>
    Math.floor((part * ownership.share(organisation.id, target.id)) / 10_000),
  )
  return Math.min(
    WHOLE,
    shares.reduce((sum, share) => sum + share, 0),
  )
}
