import type { Stage } from '../../domain/case/case.ts'
import type { BoardRow, UnsentRow } from '../../domain/case/listed.ts'
import { Refusal } from '../../domain/refusal.ts'
import { addMilliseconds } from '../../domain/time/instant.ts'
import type { Deps } from '../runtime/deps.ts'
import { audiences, rowIn, type TitleRow } from './audiences.ts'
import { firstDue } from './board-rows.ts'
import { keys } from './keys.ts'
import { type Page, type Reader, readList, type Wanted } from './list-store.ts'
import type { Known } from './locality-store.ts'
import { getAll, type Span } from './query.ts'
import { lookedUp, matches } from './title-index.ts'
import { readUnsent, type Unsent } from './unsent-store.ts'

/** How cases stand, for those who look for some of them. */
export const standings = ['open', 'late', 'soon', 'ended'] as const
export type Standing = (typeof standings)[number]

/** How many days before its deadline a case is at risk. */
const SOON = 3 * 86_400_000

interface BoardWanted extends Pick<Wanted<BoardRow>, 'limit' | 'after'> {
  stage?: Stage | undefined
  standing?: Standing | undefined
}

type Store = Pick<Deps, 'table' | 'now'>

/** The board, or one stage of it: what is due first at the top. */
export const readBoard = (
  deps: Store,
  reader: Reader,
  { stage, standing, ...page }: BoardWanted,
): Promise<Page<BoardRow>> =>
  readList(deps, reader, stage ? audiences.boardOf(stage) : audiences.board, {
    ...page,
    span: standing && spanOf(standing, deps.now()),
  })

/** How board-rows.ts spells it: `open#` and the instant at which something is due, or `past#`. */
function spanOf(standing: Standing, now: string): Span {
  switch (standing) {
    case 'late':
      return { from: 'open#', to: `open#${now}` }
    case 'soon':
      return { from: `open#${now}`, to: `open#${addMilliseconds(now, SOON)}` }
    case 'open':
      return { from: 'open#', to: 'open$' }
    case 'ended':
      return { from: 'past#', to: 'past$' }
  }
}

/**
 * The cases in whose title each word of a search begins a word, newest first: one Query of the rows under its longest word (and
 * as many more as its other words leave out), then one request for what the board shows of them. Where only some stage or
 * standing is looked for, a page is shorter, and as many are looked at as it takes to find one.
 * @throws Refusal `Invalid` when no word of it is long enough to be looked up
 */
export async function searchBoard(
  deps: Store,
  reader: Reader,
  search: string,
  { stage, standing, ...page }: BoardWanted,
): Promise<Page<BoardRow>> {
  const start = lookedUp(search)
  if (start === undefined)
    throw new Refusal('Invalid', 'That is too short to search for.', [
      { path: ['search'], message: 'Enter at least three letters of a word in the title' },
    ])
  const only = ({ title }: TitleRow) => matches(title, search)
  const now = deps.now()
  for (let { after } = page; ; ) {
    const wanted = { ...page, after, newestFirst: true, only }
    const titled = await readList(deps, reader, audiences.titled(start), wanted)
    const shown = await boardRowsOf(
      deps,
      titled.rows.map(({ caseId }) => caseId),
    )
    const rows = shown.filter((row) => (!stage || row.stage === stage) && (!standing || standsSo(row, standing, now)))
    after = titled.next
    if (rows.length > 0 || after === undefined) return { rows, ...(after !== undefined && { next: after }) }
  }
}

/** How much of what was not sent is shown. */
const MOST_UNSENT = 50

/**
 * What should have been emailed by now and was not, longest ago first: a row for each case that the reader is not excluded from, for
 * each report, and for the register. One Query; one request more where there is something of cases.
 */
export async function listUnsent(deps: Store, { exclusions }: Known): Promise<{ rows: UnsentRow[]; more: boolean }> {
  const unsent = (await readUnsent(deps, deps.now())).filter(
    (one) => one.kind !== 'case' || !exclusions.has(one.caseId),
  )
  const first = new Map<string, Unsent>()
  for (const one of unsent.toSorted((a, b) => (a.at < b.at ? -1 : 1)))
    first.set(aboutWhat(one), first.get(aboutWhat(one)) ?? one)
  const shown = [...first.values()].slice(0, MOST_UNSENT)
  const cases = await boardRowsOf(
    deps,
    shown.flatMap((one) => (one.kind === 'case' ? [one.caseId] : [])),
  )
  const titles = new Map(cases.map(({ caseId, title }) => [caseId, title]))
  const rows = shown.map((one): UnsentRow => {
    const { kind, at: since } = one
    if (kind === 'case') return { kind, since, caseId: one.caseId, title: titles.get(one.caseId) ?? '' }
    return kind === 'report' ? { kind, since, month: one.month } : { kind, since }
  })
  return { rows, more: first.size > shown.length }
}

const aboutWhat = (unsent: Unsent): string =>
  unsent.kind === 'case' ? unsent.caseId : unsent.kind === 'report' ? unsent.month : unsent.kind

/** What the board shows of these cases, in their order. */
async function boardRowsOf(deps: Store, ids: string[]): Promise<BoardRow[]> {
  const items = await getAll(
    deps,
    ids.map((id) => keys.row(audiences.boardRows, id)),
  )
  const found = new Map(items.map((item) => [String(item['sk']), rowIn(audiences.boardRows, item)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The same as `spanOf` finds. */
function standsSo(row: BoardRow, standing: Standing, now: string): boolean {
  const past = row.status === 'ended' && !row.erasures
  if (standing === 'ended' || past) return past && standing === 'ended'
  const first = firstDue({ ...row, dues: [row, row.substitution, row.flags, row.challenges, row.erasures] })
  switch (standing) {
    case 'late':
      return first < now
    case 'soon':
      return first >= now && first < addMilliseconds(now, SOON)
    case 'open':
      return true
  }
}
