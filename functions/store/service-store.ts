import type { Case } from '../../domain/case/case.ts'
import { pool } from '../../domain/nomination/nomination.ts'
import { seated } from '../../domain/panel/panel.ts'
import type { Service, Services } from '../../domain/panel-draw/pool.ts'
import { type Instant, londonDate } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { prefixes } from './keys.ts'
import { loadPerson } from './locality-store.ts'
import { queryAll } from './query.ts'
import { audiences, type SeatRow } from './rows.ts'

/** What everybody who may be drawn, or sits, does for other cases, and their skills: a Query or two for each. */
export async function loadServices(deps: Pick<Deps, 'table'>, theCase: Case, at: Instant): Promise<Services> {
  const { nomination, panel, id } = theCase
  const people = [...new Set([...(nomination ? pool(nomination) : []), ...seated(panel)])]
  const services = await Promise.all(
    people.map(async (person) => [person, await serviceOf(deps, person, id, at)] as const),
  )
  return Object.fromEntries(services)
}

/** A seat of one case is held until it has ended; one for a term, until that has. */
const isHeld = ({ ended, standing }: SeatRow, at: Instant): boolean =>
  !ended || (standing !== undefined && at < standing.until)

/** On how many panels, other than this case's, somebody sits: what is only offered to them does not count. */
export async function panelsSatOn(
  deps: Pick<Deps, 'table'>,
  person: string,
  caseId: string,
  at: Instant,
): Promise<number> {
  const others = await otherSeats(deps, person, caseId)
  return panelsOf(
    others.filter(({ accepted }) => accepted),
    at,
  )
}

async function otherSeats(deps: Pick<Deps, 'table'>, person: string, caseId: string): Promise<SeatRow[]> {
  const rows = await queryAll(deps, prefixes.rows(audiences.seats(person)))
  return rows.map(({ body }) => body as SeatRow).filter((row) => row.caseId !== caseId)
}

const panelsOf = (seats: readonly SeatRow[], at: Instant): number =>
  new Set(seats.filter((row) => isHeld(row, at)).map(({ caseId, standing }) => standing?.id ?? caseId)).size

async function serviceOf(deps: Pick<Deps, 'table'>, person: string, caseId: string, at: Instant): Promise<Service> {
  const [known, others] = await Promise.all([loadPerson(deps, person), otherSeats(deps, person, caseId)])
  const yearAgo = londonDate(at).subtract({ months: 12 }).toString()
  return {
    panels: panelsOf(others, at),
    recent: others.some(({ since }) => since > yearAgo),
    skills: known?.person.skills ?? [],
  }
}
