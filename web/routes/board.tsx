import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import { Columns } from '../features/board/board-columns.tsx'
import { BoardFilters } from '../features/board/board-filters.tsx'
import type { BoardPage } from '../features/board/board-page.ts'
import { BoardTable } from '../features/board/board-table.tsx'
import { Unsent } from '../features/board/unsent.tsx'
import { useBoard } from '../features/board/use-board.ts'
import { words } from '../features/board/words.ts'
import { faultAt } from '../features/case/command-problem.tsx'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { words as participation } from '../features/participation/words.ts'
import { useMe, useNames } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { words as panels } from '../features/standing-panels/words.ts'
import { Paging } from '../nhs/paging.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

export const boardRoute = createLazyRoute('/board')({
  component: () => (
    <SignInNeeded page={words.title}>
      <Board />
    </SignInNeeded>
  ),
})

function Board() {
  const page = boardRoute.useSearch()
  const navigate = useNavigate({ from: '/board' })
  const options = useBoard(page)
  const { data, error } = useQuery(options)
  const { data: me } = useMe()
  const names = useNames()
  const { now } = useClock()
  useTitle(words.title)
  if (me && options.enabled === false) return <NotYours />
  const { after, ...first } = page
  const next = data && 'next' in data ? data.next : undefined
  return (
    <>
      {error &&
        (isOfAPageGone(error, page) ? (
          <ProblemSummary {...words.pageGone} />
        ) : (
          <ProblemSummary {...problemOf(error)} faults={faultsOf(error)} />
        ))}
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <p>
        <Link to="/participation">{participation.title}</Link>
      </p>
      <p>
        <Link to="/panels">{panels.title}</Link>
      </p>
      <Unsent />
      <Views page={page} />
      <BoardFilters page={page} fault={faultAt(error, 'search')} />
      {page.search !== undefined && !error && (
        <p>{words.found(page.search, page.stage !== undefined || page.standing !== undefined)}</p>
      )}
      {data && 'columns' in data && <Columns columns={data.columns} standing={page.standing} names={names} now={now} />}
      {data && 'rows' in data && data.rows.length > 0 && <BoardTable rows={data.rows} names={names} now={now} />}
      {data && 'rows' in data && data.rows.length === 0 && !error && <p>{words.empty[whyEmpty(page)]}</p>}
      <Paging
        label={words.pages}
        before={after ? { text: words.first, go: () => navigate({ search: first }) } : undefined}
        after={next ? { text: words.next, go: () => navigate({ search: { ...first, after: next } }) } : undefined}
      />
    </>
  )
}

/** An address kept from another day may begin where the board no longer can. */
const isOfAPageGone = (error: Error, { after }: BoardPage): boolean =>
  after !== undefined && error instanceof Problem && error.status === 422

const faultsOf = (error: Error) =>
  error instanceof Problem ? error.faults.map(({ detail }) => ({ detail, fieldId: 'search' })) : []

function whyEmpty({ stage, standing, search, after }: BoardPage): keyof typeof words.empty {
  if (after) return 'page'
  if (search !== undefined) return stage || standing ? 'searchFiltered' : 'search'
  return stage || standing ? 'filtered' : 'all'
}

/** A table, or the stages side by side: two addresses. */
function Views({ page: { view, standing } }: { page: BoardPage }) {
  const kept = { ...(standing && { standing }) }
  const ways = [
    { name: words.asTable, here: view !== 'columns', search: kept },
    { name: words.asColumns, here: view === 'columns', search: { ...kept, view: 'columns' as const } },
  ]
  return (
    <nav aria-label={words.views}>
      <ul className="nhsuk-list board-views">
        {ways.map(({ name, here, search }) => (
          <li key={name}>
            {here ? (
              <strong aria-current="page">{name}</strong>
            ) : (
              <Link to="/board" search={search} activeOptions={{ exact: true, includeSearch: true }}>
                {name}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NotYours() {
  return (
    <>
      <h1>{words.notYours.title}</h1>
      <p>{words.notYours.detail}</p>
    </>
  )
}
