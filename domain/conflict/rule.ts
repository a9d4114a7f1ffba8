import { digest } from '../record/chain.ts'
import type { InterestKind } from '../register/declaration.ts'
import type { Finding } from './conflict.ts'
import { asItWasOfLate, type Matter, type PersonFacts } from './matter.ts'
import type { RuleId } from './rule-rows.ts'
import { isNamed, stake } from './stake.ts'
import {
  currentTies,
  type Entered,
  endedTies,
  leftOut,
  type Relative,
  relatives,
  strangeAmong,
  suggestedAmong,
  suggestedInterests,
  suggestedRelatives,
  type Tie,
  tiesInRegister,
} from './ties.ts'
import { bars, type Touch, touchesOf, type Way } from './touch.ts'
import { said, sourceInWords, touchInWords, wayThrough } from './words.ts'

export type Found = Omit<Finding, 'rule'>

/** One rule of requirements §4. What it does is its row in the rule book. */
export interface Rule {
  /** The rule in words. */
  says: string
  /** It concerns who sits on a panel, and not who decides without sitting. */
  panelOnly?: true
  /** It concerns who takes part, and nobody who only follows the case. */
  partakersOnly?: true
  applies(seen: Seen): Found[]
}

/** A person, as every rule looks at them. */
export interface Seen {
  person: string
  facts: PersonFacts
  matter: Matter
  /** Ties that last. */
  ties: Tie[]
  /** Lasting ties, and those that ended lately: what is flagged for what it is counts for as long as what bars. */
  tiesOfLate: Tie[]
  touches: Touch[]
  /** Touches of ties that ended lately, or that led to the case until lately. */
  ended: Touch[]
  /** What the register suggests, as the rules would look at it if the person had declared it. */
  suggested: Pick<Seen, 'tiesOfLate' | 'touches' | 'matter' | 'facts' | 'relatives'> & { strange: Entered[] }
  relatives: RelativeSeen[]
  suggestedRelatives: RelativeSeen[]
}

export interface RelativeSeen extends Relative {
  /** What bars them. */
  touches: Touch[]
  /** What would be looked at in them. */
  looked: Touch[]
  /** That last, or ended lately. */
  ties: Tie[]
  /** What would bar, and that they declared once and have left out since. */
  leftOut: Touch[]
}

/** Being of the company bars from a seat alone. */
const concerns =
  ({ officer, bystander }: PersonFacts) =>
  ({ way }: Touch): boolean =>
    !((officer || bystander) && way === 'company')

export function seen(person: string, facts: PersonFacts, matter: Matter): Seen {
  const ties = currentTies(person, facts, matter)
  const before = endedTies(person, facts, matter)
  const tiesOfLate = [...ties, ...before]
  const look = (found: Tie[], beside: Tie[] = []) => touchesOf(found, matter, beside).filter(concerns(facts))
  const named = relatives(person, facts, matter)
  const lookAt = (found: Relative[]) =>
    found.map((one): RelativeSeen => {
      const theirs = tiesInRegister(one.entry, matter)
      const household = one.kind === 'family' ? [...ties, ...otherFamily(one, [...named, ...found], matter)] : []
      const now = withHousehold(look(theirs, household), look(theirs))
      return {
        ...{ ...one, ties: theirs },
        touches: [...now.filter(bars), ...lookBack(theirs, now, matter, facts, household)],
        looked: now.filter((touch) => !bars(touch)),
        leftOut: look(leftOut(one.entry, matter)).filter(bars),
      }
    })
  // What the register suggests is put to those who take part.
  const interests = facts.bystander ? [] : suggestedInterests(person, facts, matter)
  const suggested = suggestedAmong(interests, matter)
  // Shares that somebody sold counted on top of those that they still have.
  const [touches, ended] = [look(ties), look(before, ties).filter(bars)]
  const undeclared = look(suggested, ties)
  return {
    ...{ person, facts, matter, ties, tiesOfLate },
    touches,
    ended: [...ended, ...lookBack(ties, touches, matter, facts), ...lookBack(before, ended, matter, facts, ties)],
    relatives: lookAt(named),
    suggested: {
      ...{ matter, facts, relatives: [] },
      tiesOfLate: suggested,
      touches: [...undeclared, ...lookBack(suggested, undeclared, matter, facts, ties)],
      strange: strangeAmong(interests, matter),
    },
    suggestedRelatives: facts.bystander ? [] : lookAt(suggestedRelatives(person, facts, matter)),
  }
}

/** What barred of late and no longer does, because of what an organisation owned, or provided, until then. */
function lookBack(ties: Tie[], now: Touch[], matter: Matter, facts: PersonFacts, beside: Tie[] = []): Touch[] {
  if (!matter.late) return []
  const still = ({ tie, target }: Touch) =>
    now.some((one) => bars(one) && one.tie === tie && one.target.id === target.id)
  return touchesOf(ties, asItWasOfLate(matter), beside).filter(
    (touch) => bars(touch) && concerns(facts)(touch) && !still(touch),
  )
}

/** What the others of the family have. */
const otherFamily = ({ entry }: Relative, all: readonly Relative[], matter: Matter): Tie[] =>
  [...new Map(all.map((one) => [one.entry.person, one])).values()]
    .filter((one) => one.kind === 'family' && one.entry.person !== entry.person)
    .flatMap((one) => tiesInRegister(one.entry, matter))

/** Those that bar with what the rest of the household owns, and would not alone, say so. */
const withHousehold = (all: readonly Touch[], alone: readonly Touch[]): Touch[] =>
  all.map((touch) => {
    const same = alone.filter((one) => one.tie === touch.tie && one.target.id === touch.target.id)
    const small = bars(touch) && same.some(({ way }) => way === 'small ownership')
    return small && !same.some(({ way }) => way === touch.way) ? { ...touch, together: true } : touch
  })

/** Of the person's own lasting ties, those that touch the case in this way. */
export const inWay =
  (...ways: Way[]) =>
  ({ touches, matter }: Seen): Found[] =>
    touches.filter(({ way }) => ways.includes(way)).map((touch) => foundOf(touch, matter))

/**
 * @param whose whose tie it is, in words, where it is not the person's own
 * @param relative who that is, where the register knows: a ruling on one relative is none on another
 */
export function foundOf(touch: Touch, matter: Matter, whose = '', relative?: string): Found {
  const { tie, target, links, why, way } = touch
  return {
    organisationId: target.id,
    ...(relative !== undefined && { relative }),
    chain: [...new Set(wayThrough(tie.organisation.id, links))],
    evidence: `${touchInWords(touch, matter, whose)}${sourceInWords(tie.interest)}`,
    ...(isNamed(target, matter) && { toThem: inWordsToThem(touch, matter, whose) }),
    ...entered(tie.interest),
    // Names and explanations are not facts: another spelling raises nothing anew.
    fingerprint: digest({
      whose,
      ...(relative !== undefined && { relative }),
      way,
      tie: factsOf(tie),
      links,
      target: target.id,
      why: why.key,
    }),
  }
}

/**
 * Who tenders is not public: the person is told what the register says of the organisation without that; and where that is nothing, of
 * their own interest alone, and not where it leads.
 */
function inWordsToThem(touch: Touch, matter: Matter, whose: string): string {
  const why = stake(touch.target, { ...matter, named: [] })
  if (why) return touchInWords({ ...touch, why }, matter, whose)
  const group = touch.way === 'same group' || touch.way === 'subsidiary'
  const leads = group
    ? ', which belongs together with one that this case concerns.'
    : touch.links.length > 0
      ? ', which owns a part of one that this case concerns.'
      : ', which this case concerns.'
  return said(touch.tie, leads, whose)
}

/** One tie that is looked at for what it is. */
export const foundTie = (tie: Tie, evidence: string, why: string): Found => ({
  organisationId: tie.organisation.id,
  chain: [tie.organisation.id],
  evidence: `${evidence}${sourceInWords(tie.interest)}`,
  ...entered(tie.interest),
  fingerprint: digest({ tie: factsOf(tie), why }),
})

export const sourceOf = ({ source }: Pick<Entered, 'source'>) => (source === undefined ? {} : { source })

export const entered = ({ by }: { by?: string | undefined }): Pick<Found, 'enteredBy'> =>
  by === undefined ? {} : { enteredBy: by }

const near: readonly Way[] = ['this case', 'ownership chain', 'subsidiary', 'small ownership', 'same group']

/**
 * A tie that is looked at for what it is, and for what the organisation is to the case: each way in which it would touch the
 * case as a director's is a match of its own, so that one which was cleared is raised again when the organisation tenders.
 */
export function foundNear(
  tie: Tie,
  matter: Matter,
  { whose = '', relative, ways = near }: { whose?: string; relative?: string; ways?: readonly Way[] } = {},
): Found[] {
  const { detail } = tie.interest
  const quoted = detail === '' ? '' : ` “${detail}”`
  return touchesOf([as(tie, 'director')], matter)
    .filter(({ way }) => ways.includes(way))
    .map((touch) => {
      const found = foundOf({ ...touch, tie }, matter, whose, relative)
      return {
        ...found,
        evidence: `${found.evidence}${quoted}`,
        ...(found.toThem !== undefined && { toThem: `${found.toThem}${quoted}` }),
        fingerprint: digest({ found: found.fingerprint, detail }),
      }
    })
}

/** With where it is from: another source is another fact, and nobody has ruled on that. */
const factsOf = ({ interest, organisation, said }: Tie) => ({
  organisation: organisation.id,
  kind: interest.kind,
  share: interest.basisPoints ?? null,
  endedOn: interest.endedOn ?? null,
  said,
  ...sourceOf(interest),
})

/** Ties of somebody close: told of by the person without a name (`kind`), or known to the register under their own name. */
export function throughOthers(
  { tiesOfLate, matter, facts, relatives: known }: Pick<Seen, 'tiesOfLate' | 'matter' | 'facts' | 'relatives'>,
  kind: 'family' | 'business-partner',
) {
  const who = whoseWords[kind]
  const untold = tiesOfLate.filter(({ interest }) => interest.kind === kind)
  return [
    ...untold.flatMap((tie) => {
      const theirs = [as(tie, 'director')]
      const now = touchesOf(theirs, matter).filter((touch) => bars(touch) && concerns(facts)(touch))
      return [...now, ...lookBack(theirs, now, matter, facts)].map((touch) => foundOf({ ...touch, tie }, matter))
    }),
    ...known
      .filter((relative) => relative.kind === kind)
      .flatMap(({ entry, touches }) =>
        touches.map(
          (touch): Found => ({
            ...foundOf(touch, matter, who, entry.person),
            toThem: `Somebody whom you named as ${inOneWord[kind]} has an interest that bars you from this case.`,
          }),
        ),
      ),
  ]
}

/** How evidence begins that is about somebody close. */
export const whoseWords = { family: 'has family who ', 'business-partner': 'has a business partner who ' }

/** Of somebody close. */
export const inOneWord = { family: 'family', 'business-partner': 'a business partner' }

const as = (tie: Tie, kind: InterestKind): Tie => ({ ...tie, interest: { ...tie.interest, kind } })

export type Rules = Record<RuleId, Rule>
