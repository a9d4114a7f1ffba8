import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { SeatRow } from '../../domain/case/listed.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { satLately } from '../../domain/nomination/experience.ts'
import type { Service, Services } from '../../domain/panel-draw/pool.ts'
import { type Instant, londonDate } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { audiences, rowIn } from './audiences.ts'
import { keys, prefixes } from './keys.ts'
import { loadPeople } from './locality-store.ts'
import { queryAll } from './query.ts'
import { put, type Write } from './transaction.ts'

/** What these people do for other cases, and their skills: one request, and a Query for each. */
export async function loadServices(
  deps: Pick<Deps, 'table'>,
  caseId: string,
  people: readonly string[],
  at: Instant,
): Promise<Services> {
  const each = [...new Set(people)]
  const [known, seats] = await Promise.all([
    loadPeople(deps, each),
    Promise.all(each.map((person) => otherSeats(deps, person, caseId))),
  ])
  return Object.fromEntries(each.map((person, index) => [person, serviceOf(known.get(person), seats[index] ?? [], at)]))
}

/** A seat of one case is held until it has ended; one for a term, until that has. */
const isHeld = ({ ended, standing }: SeatRow, at: Instant): boolean =>
  !ended || (standing !== undefined && at < standing.until)

/**
 * On how many panels, other than this case's, somebody sits: what is only offered to them does not count.
 * @returns also what is to be written with a seat that they accept: it fails where they have accepted another meanwhile, in
 * whichever case. Read before the seats are, so that none is passed over.
 */
export async function panelsSatOn(
  deps: Pick<Deps, 'table'>,
  person: string,
  caseId: string,
  at: Instant,
): Promise<{ panels: number; accepting: Write }> {
  const key = keys.seats(person)
  const { Item } = await deps.table.client.send(
    new GetCommand({ TableName: deps.table.name, Key: key, ConsistentRead: true }),
  )
  const accepted = Number(Item?.['accepted'] ?? 0)
  const item = { ...key, accepted: accepted + 1 }
  const others = await otherSeats(deps, person, caseId)
  return {
    panels: panelsOf(
      others.filter((seat) => seat.accepted),
      at,
    ),
    accepting: Item
      ? put(deps, item, 'accepted = :accepted', { ':accepted': accepted })
      : put(deps, item, 'attribute_not_exists(pk)'),
  }
}

async function otherSeats(deps: Pick<Deps, 'table'>, person: string, caseId: string): Promise<SeatRow[]> {
  const list = audiences.seats(person)
  const seats = (await queryAll(deps, prefixes.rows(list))).map((item) => rowIn(list, item))
  return seats.filter((seat) => seat.caseId !== caseId)
}

const panelsOf = (seats: readonly SeatRow[], at: Instant): number =>
  new Set(seats.filter((row) => isHeld(row, at)).map(({ caseId, standing }) => standing?.id ?? caseId)).size

function serviceOf(person: Person | undefined, others: readonly SeatRow[], at: Instant): Service {
  const sat = others.filter(({ accepted }) => accepted).map(({ since }) => londonDate(since))
  return { panels: panelsOf(others, at), recent: satLately(sat, at), skills: person?.skills ?? [] }
}
