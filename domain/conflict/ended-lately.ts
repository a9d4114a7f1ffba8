import type { Organisation } from '../locality/locality.ts'
import { once } from '../once.ts'
import { holdings } from '../register/organisation.ts'
import { monthsAfter } from '../time/day.ts'
import { londonDate } from '../time/instant.ts'
import type { Matter } from './matter.ts'
import { type Holder, ownershipOf } from './ownership.ts'

/** Whether it ended so lately that it still counts (24 months *setting*, requirements §4). Without a date of today, whenever it ended. */
export function endedLately(
  { endedOn }: { endedOn?: string | undefined },
  matter: Pick<Matter, 'at' | 'rules'>,
): boolean {
  return endedOn !== undefined && endedOn >= latelyFrom(matter)
}

/** The first day that counts. */
const latelyFrom = once(({ at, rules }: Pick<Matter, 'at' | 'rules'>): string =>
  at === undefined ? '' : monthsAfter(londonDate(at), -rules.endedTiesBarForMonths),
)

/**
 * The organisations as they were at any time of late: each with the most that it held of another, and where it provided services
 * until it stopped. A chain of ownership that was cut yesterday is a tie that ended yesterday. Undefined where nothing has ended.
 *
 * @param organisations with what has ended
 */
export function asOfLate(
  organisations: readonly Organisation[],
  matter: Pick<Matter, 'at' | 'rules'>,
): Pick<Matter, 'organisations' | 'ownership'> | undefined {
  const lately = <T extends { endedOn: string }>(all: readonly T[] = []) =>
    all.filter((one) => endedLately(one, matter))
  if (!organisations.some(({ owned, served }) => lately(owned).length + lately(served).length > 0)) return undefined
  const were = organisations.map((one) => ({ ...one, served: lately(one.served) }))
  const holders = organisations.map((one): [string, Holder] => [
    one.id,
    { id: one.id, owns: mostHeld(one, lately(one.owned)) },
  ])
  return { organisations: new Map(were.map((one) => [one.id, one])), ownership: ownershipOf(new Map(holders)) }
}

/**
 * For each organisation that it owns or owned, one holding: the largest, and of equal ones the one that lasts, or lasted
 * longest.
 */
function mostHeld(organisation: Organisation, owned: NonNullable<Organisation['owned']>): Holder['owns'] {
  const most = new Map<string, Holder['owns'][number]>()
  for (const [organisationId, basisPoints] of holdings(organisation))
    most.set(organisationId, { organisationId, basisPoints })
  for (const one of owned.toSorted((a, b) => (a.endedOn < b.endedOn ? 1 : -1)))
    if (one.basisPoints > (most.get(one.organisationId)?.basisPoints ?? 0)) most.set(one.organisationId, one)
  return [...most.values()]
}

/** The organisation as it is now. */
export function asItIs({ owned: _, served: __, ...organisation }: Organisation): Organisation {
  return organisation
}
