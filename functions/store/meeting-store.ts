import type { MeetingRow } from '../../domain/case/listed.ts'
import { isSecretariat } from '../../domain/locality/locality.ts'
import { addMilliseconds, type Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { audiences } from './audiences.ts'
import { readList } from './list-store.ts'
import type { Known } from './locality-store.ts'

/** Later than any meeting. */
const LAST = '9999'

/**
 * The meetings that somebody is asked to come to, the earliest first: those of the panels that they sit on; of the
 * secretariat, those of every panel. Two Queries at most, and nothing of a case that they are excluded from.
 * @param from what was over then is left out
 */
export async function readMeetings(
  deps: Pick<Deps, 'table'>,
  known: Known,
  { from, most }: { from: Instant; most: number },
): Promise<MeetingRow[]> {
  const secretariat = known.person.roles.some(isSecretariat)
  const rows = secretariat ? await ofEveryPanel(deps, known, { from, most }) : await ofOwnPanels(deps, known, most)
  return rows.filter(({ endsAt }) => endsAt > from).toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
}

async function ofOwnPanels(deps: Pick<Deps, 'table'>, known: Known, limit: number): Promise<MeetingRow[]> {
  const { rows } = await readList(deps, known, audiences.seats(known.person.id), { limit })
  return rows.flatMap(({ caseId, title, meetings = [] }) => meetings.map((meeting) => ({ caseId, title, ...meeting })))
}

/** One that began up to a day before may not be over. */
async function ofEveryPanel(
  deps: Pick<Deps, 'table'>,
  known: Known,
  { from, most }: { from: Instant; most: number },
): Promise<MeetingRow[]> {
  const began = addMilliseconds(from, -86_400_000)
  const { rows } = await readList(deps, known, audiences.meetings, { limit: most, span: { from: began, to: LAST } })
  return rows.map(({ caseId, title, meeting }) => ({ caseId, title, ...meeting }))
}
