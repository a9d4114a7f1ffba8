import type { Organisation } from '../locality/locality.ts'
import { digest } from '../record/chain.ts'
import { type Fault, Refusal } from '../refusal.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { plainName } from './names.ts'
import { isArea } from './register.ts'

/** The most other and former names of an organisation: its schema allows no more. */
const MOST_NAMES = 20

/** Stands for an organisation that the register does not have yet. */
export const NEW = 'new'

/** Which version of an organisation somebody read: another whenever the register says anything else of it. */
export const organisationVersion = (organisation: Organisation | undefined): string =>
  organisation ? digest(said(organisation)) : NEW

/** What the register says of an organisation, by what it is about; lists that have no order of their own are sorted. */
const said = ({
  name,
  kind,
  aliases,
  formerNames = [],
  owns,
  owned = [],
  areas,
  intends = [],
  served = [],
}: Organisation) => ({
  'its name': name,
  'its kind': kind,
  'its other names': [...aliases].sort(),
  'its former names': [...formerNames].sort(),
  'what it owns': owns,
  'where it provides services': [...areas].sort(),
  'where it intends to': [...intends].sort(),
  'what it owned': owned,
  'where it did until lately': served,
})

/** What the register says otherwise from now on, in words. */
export function changesOf(before: Organisation | undefined, after: Organisation): string[] {
  if (!before) return ['it is new']
  const [was, is] = [said(before), said(after)]
  return (Object.keys(is) as (keyof typeof is)[]).filter((what) => digest(was[what]) !== digest(is[what]))
}

/**
 * Nobody overwrites what they have not read: neither a change by somebody else, nor another organisation whose identifier they
 * took for free. @throws Refusal `Stale` with where the register and what was sent differ
 */
export function mustBeRead(before: Organisation | undefined, after: Organisation, over: string): void {
  if (organisationVersion(before) === over) return
  if (!before) throw new Refusal('Stale', 'The register does not have this organisation. Nothing was changed.')
  throw new Refusal(
    'Stale',
    over === NEW
      ? `Somebody has recorded ${before.name} under this identifier since you began. Nothing was changed. Look whether it is the one you mean, and record it again.`
      : `Somebody has changed what the register says about ${before.name} since you read it. Nothing was changed. Read what it says now, then make your change to that.`,
    changesOf(before, after).map((what) => ({
      path: ['organisation'],
      message: `The register now says something other than you about ${what}`,
    })),
  )
}

/**
 * A name that is given up, or an alias, is kept as a former one: what was declared by it goes on to mean this organisation, and what
 * barred by it goes on to bar. What is then left out of the former names is struck out as a mistake.
 */
export function keepingItsName(before: Organisation | undefined, after: Organisation): Organisation {
  const said = new Set(namesIn([after]).map(plainName))
  const given = before ? [before.name, ...before.aliases].filter((one) => !said.has(plainName(one))) : []
  return given.length === 0 ? after : { ...after, formerNames: [...(after.formerNames ?? []), ...given] }
}

/**
 * Whether an entry by hand leaves the commissioning company, or the practices’ own provider, what it is. To belong to one of
 * these bars, and a single entry must not take that away: a mistake is mended by the file that the register is loaded from.
 */
export const isWhatItWas = (before: Organisation | undefined, { kind }: Organisation): boolean =>
  !before || before.kind === kind || (before.kind !== 'company' && before.kind !== 'federation')

/** An organisation as a file describes it, with the former names that the register knows: the file may be older than they are. */
export function keepingItsNames(before: Organisation | undefined, after: Organisation): Organisation {
  const renamed = keepingItsName(before, after)
  const said = new Set(namesIn([renamed]).map(plainName))
  const kept = (before?.formerNames ?? []).filter((former) => !said.has(plainName(former)))
  return kept.length > 0 ? { ...renamed, formerNames: [...(renamed.formerNames ?? []), ...kept] } : renamed
}

/**
 * Keeps what an organisation owned or provided until now with the day on which that ended: today, unless whoever records it
 * names another. It counts like any other tie that ended (requirements §4). An entry that is left out of these is struck out.
 * Where none are given, all that was known is kept.
 */
export function keepingItsPast(before: Organisation | undefined, after: Organisation, at: Instant): Organisation {
  const endedOn = londonDate(at)
  const [owned, served] = [after.owned ?? before?.owned ?? [], after.served ?? before?.served ?? []]
  const isNew = <T>(one: T, known: readonly T[] = []) => !known.some((other) => digest(other) === digest(one))
  const [has, had] = [holdings(after), before ? holdings(before) : new Map<string, number>()]
  const sold = [...had].flatMap(([organisationId, basisPoints]) => {
    const told = owned.some(
      (one) => one.organisationId === organisationId && one.basisPoints >= basisPoints && isNew(one, before?.owned),
    )
    return told || (has.get(organisationId) ?? 0) >= basisPoints ? [] : [{ organisationId, basisPoints, endedOn }]
  })
  const left = (before ? areasOf(before) : []).flatMap((area) => {
    const told = served.some((one) => one.area === area && isNew(one, before?.served))
    return told || areasOf(after).includes(area) ? [] : [{ area, endedOn }]
  })
  const past = { owned: [...owned, ...sold], served: [...served, ...left] }
  const { owned: _, served: __, ...now } = after
  return {
    ...now,
    ...(past.owned.length > 0 && { owned: past.owned }),
    ...(past.served.length > 0 && { served: past.served }),
  }
}

const areasOf = ({ areas, intends = [] }: Organisation): string[] => [...new Set([...areas, ...intends])]

/** How much it owns of each, in hundredths of a per cent: several entries add up, to the whole at most. */
export function holdings({ owns }: Organisation): Map<string, number> {
  const held = new Map<string, number>()
  for (const { organisationId, basisPoints } of owns)
    held.set(organisationId, Math.min(10_000, (held.get(organisationId) ?? 0) + basisPoints))
  return held
}

/** Everything wrong with it beside the other organisations of the register, at once. */
export function organisationFaults(
  organisations: readonly Organisation[],
  organisation: Organisation,
  at: Instant,
): Fault[] {
  const others = organisations.filter(({ id }) => id !== organisation.id)
  return [
    ...nameFaults(organisations, organisation),
    ...((organisation.formerNames ?? []).length > MOST_NAMES
      ? [{ path: ['formerNames'], message: `With the name it had before, it has more than ${MOST_NAMES} former names` }]
      : []),
    ...areaFaults('areas', organisation.areas),
    ...areaFaults('intends', organisation.intends ?? []),
    ...holdingFaults(others, organisation, at),
    ...pastFaults(organisation, at),
  ]
}

/**
 * No two organisations go by one name, whether now or formerly: it would mean neither of them any longer, and an interest that
 * was declared by it would bar nobody (requirements §4).
 */
function nameFaults(organisations: readonly Organisation[], organisation: Organisation): Fault[] {
  const others = organisations.filter(({ id }) => id !== organisation.id)
  const has = new Set(namesIn(organisations.filter(({ id }) => id === organisation.id)).map(plainName))
  const taken = new Map(
    others.flatMap((one) => [
      ...(one.formerNames ?? []).map((theirs) => [plainName(theirs), `${one.name} had this name before`] as const),
      ...[one.name, ...one.aliases].map((theirs) => [plainName(theirs), `${one.name} already has this name`] as const),
    ]),
  )
  const fault = (called: string, path: Fault['path']): Fault[] => {
    const plain = plainName(called)
    if (plain === '') return [{ path, message: 'Enter a name with a letter or a digit in it' }]
    const known = others.find(({ id }) => id === called)
    const message = taken.get(plain) ?? (known && `${known.name} is known by this`)
    return message === undefined || has.has(plain) ? [] : [{ path, message }]
  }
  const { name, aliases, formerNames = [] } = organisation
  return [
    ...fault(name, ['name']),
    ...aliases.flatMap((alias, index) => fault(alias, ['aliases', index])),
    ...formerNames.flatMap((former, index) => fault(former, ['formerNames', index])),
  ]
}

const namesIn = (organisations: readonly Organisation[]): string[] =>
  organisations.flatMap(({ name, aliases, formerNames = [] }) => [name, ...aliases, ...formerNames])

const areaFaults = (field: string, areas: readonly string[]): Fault[] =>
  areas.flatMap((area, index) =>
    isArea(area) ? [] : [{ path: [field, index], message: 'Choose a commissioning area' }],
  )

/** Faults in what has ended: its day cannot lie ahead. */
function pastFaults({ owned = [], served = [] }: Organisation, at: Instant): Fault[] {
  const today = londonDate(at)
  const late = (field: string, all: readonly { endedOn: string }[]) =>
    all.flatMap(({ endedOn }, index): Fault[] =>
      endedOn > today ? [{ path: [field, index, 'endedOn'], message: 'Enter a date that is not in the future' }] : [],
    )
  return [...late('owned', owned), ...late('served', served)]
}

/** Circular ownership is possible in law, and kept; more than the whole, and an organisation that owns itself, are mistakes. */
function holdingFaults(others: readonly Organisation[], { id, owns }: Organisation, at: Instant): Fault[] {
  const today = londonDate(at)
  return owns.flatMap(({ organisationId, basisPoints, since }, index): Fault[] => {
    const path = (field: string) => ['owns', index, field]
    const future: Fault[] =
      since !== undefined && since > today
        ? [{ path: path('since'), message: 'Enter a date that is not in the future' }]
        : []
    if (organisationId === id)
      return [...future, { path: path('organisationId'), message: 'An organisation cannot own itself' }]
    if (!others.some((one) => one.id === organisationId))
      return [...future, { path: path('organisationId'), message: 'Record that organisation first' }]
    // Other organisations hold a part of it, and another line of this list may, too.
    const held = [...others.flatMap((one) => one.owns), ...owns.slice(0, index)]
      .filter((one) => one.organisationId === organisationId)
      .reduce((sum, one) => sum + one.basisPoints, 0)
    const left = Math.max(0, 10_000 - held)
    return basisPoints > left
      ? [
          ...future,
          { path: path('basisPoints'), message: `${held / 100}% is owned already: at most ${left / 100}% is left` },
        ]
      : future
  })
}
