import type { BoardRow, WaitingRow } from '../../domain/case/listed.ts'
import { type Party, partiesOf } from '../../domain/case/party.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Audience, audiences, type Listed, rowIn } from './audiences.ts'
import { cursorAt, sortAt } from './cursor.ts'
import { keys, prefixes } from './keys.ts'
import type { Known } from './locality-store.ts'
import { getAll, queryAll, queryPage, type Span } from './query.ts'

/** How many hidden rows one Query makes room for. A person who is excluded from more cases than that costs a second Query. */
const MOST_HIDDEN = 100

export interface Page<Row> {
  rows: Row[]
  /** Give it back to get the page after. */
  next?: string
}

/** Who reads a list: a person, or everybody. */
export type Reader = Pick<Known, 'exclusions' | 'fromEveryCase'> | 'everybody'

/** Which of the rows. */
export interface Wanted<Row> {
  limit: number
  /** `next` of the page before. */
  after?: string | undefined
  newestFirst?: boolean
  /** The part of the list that is looked at. */
  span?: Span | undefined
  /** Rows for which this is false are left out, as if they were hidden. */
  only?: (row: Row) => boolean
}

/**
 * One page of the rows written for an audience: one Query, whatever the number of cases. Cases that the reader is excluded
 * from are not there (requirements §4), nor do they show in how long the page is, whether another follows, or its cursor:
 * as many rows more are read as could be hidden, and one to see whether the list goes on.
 * @throws Refusal `Invalid` when `after` is no page's end
 */
export async function readList<Row extends Listed>(
  deps: Pick<Deps, 'table'>,
  reader: Reader,
  audience: Audience<Row>,
  { limit, after, newestFirst = false, span, only = () => true }: Wanted<Row>,
): Promise<Page<Row>> {
  const hidden: Known['exclusions'] = reader === 'everybody' ? new Map() : reader.exclusions
  const shown: { sk: string; body: Row }[] = []
  let from = after === undefined ? undefined : sortAt(audience, after)
  // The clock moves the span: the page before may have ended outside it by now.
  if (span && from !== undefined && from > span.to) return { rows: [] }
  if (span && from !== undefined && from < span.from) from = undefined
  do {
    const most = limit + 1 + Math.min(hidden.size, MOST_HIDDEN)
    const page = await queryPage(deps, { ...prefixes.rows(audience), span }, { limit: most, after: from, newestFirst })
    const rows = page.items.map((item) => ({ sk: String(item['sk']), body: rowIn(audience, item) }))
    shown.push(...rows.filter(({ body }) => !hidden.has(body.caseId) && only(body)))
    from = page.next
  } while (from !== undefined && shown.length <= limit)
  const rows = shown.slice(0, limit)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ body }) => body),
    ...(shown.length > limit && last && { next: cursorAt(audience, last.sk) }),
  }
}

/** How much of a list somebody is shown of their own. */
export const MOST_OWN = 100

/**
 * Reads every list that is written for one of the parties that a person is; each row says as which party it is theirs.
 * @param most rows of each list
 * @returns whether one of them has more
 */
export async function readListsOf<Row extends Listed>(
  deps: Pick<Deps, 'table'>,
  known: Known,
  audienceOf: (party: Party) => Audience<Row>,
  most = MOST_OWN,
): Promise<{ rows: (Row & { as: Party['kind'] })[]; more: boolean }> {
  const pages = await Promise.all(
    partiesOf(known.person).map(async (party) => ({
      as: party.kind,
      ...(await readList(deps, known, audienceOf(party), { limit: most })),
    })),
  )
  return {
    rows: pages.flatMap(({ as, rows }) => rows.map((row) => ({ ...row, as }))),
    more: pages.some(({ next }) => next !== undefined),
  }
}

/** The time by which what a row asks for is due. */
const dueAtOf = ({ dueAt, challenges, erasures }: WaitingRow): string =>
  dueAt ?? challenges?.dueAt ?? erasures?.dueAt ?? ''

/** What waits for a person in any of their capacities, what is due first at the top. */
export async function readWaiting(
  deps: Pick<Deps, 'table'>,
  known: Known,
  most?: number,
): Promise<{ rows: WaitingRow[]; more: boolean }> {
  const { rows, more } = await readListsOf(deps, known, audiences.waiting, most)
  return { rows: rows.toSorted((one, other) => (dueAtOf(one) < dueAtOf(other) ? -1 : 1)), more }
}

/** The identifiers of every case that has not ended, a page of them at a time. */
export async function* openCases(deps: Pick<Deps, 'table'>): AsyncGenerator<string[]> {
  let after: string | undefined
  do {
    const page = await queryPage(deps, { ...prefixes.rows(audiences.board), sk: 'open#' }, { limit: 100, after })
    yield page.items.map((item) => rowIn(audiences.board, item).caseId)
    after = page.next
  } while (after)
}

/** A time, from its first instant to the first after it. */
interface Time {
  from: Instant
  until: Instant
}

const wasOpen = ({ started, endedAt }: BoardRow, { from, until }: Time): boolean =>
  started < until && (endedAt === undefined || endedAt >= from)

/** The identifiers of every case that was open at some of this time: the cases that are open, and those that have ended since. */
export async function casesOpenIn(deps: Pick<Deps, 'table'>, time: Time): Promise<string[]> {
  const list = prefixes.rows(audiences.board)
  const items = await Promise.all([
    queryAll(deps, { ...list, sk: 'open#' }),
    queryAll(deps, { ...list, span: { from: `past#${time.from}`, to: 'past$' } }),
  ])
  const rows = items.flat().map((item) => rowIn(audiences.board, item))
  return rows.filter((row) => wasOpen(row, time)).map(({ caseId }) => caseId)
}

/** Whether one of these cases was open at some of this time: one request. */
export async function wasAnyOpenIn(deps: Pick<Deps, 'table'>, caseIds: Iterable<string>, time: Time): Promise<boolean> {
  const items = await getAll(
    deps,
    [...caseIds].map((id) => keys.row(audiences.boardRows, id)),
  )
  return items.some((item) => wasOpen(rowIn(audiences.boardRows, item), time))
}
