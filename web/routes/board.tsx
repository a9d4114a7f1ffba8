import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import type { Stage } from '../../domain/case/case.ts'
import { BoardTable } from '../features/board/board-table.tsx'
import { useBoard } from '../features/board/use-board.ts'
import { words } from '../features/board/words.ts'
import { stageNames, stageOrder } from '../features/case/stage-words.ts'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { words as participation } from '../features/participation/words.ts'
import { useMe, useNames } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { ChoiceField } from '../nhs/fields.tsx'
import { Paging } from '../nhs/paging.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

export const boardRoute = createLazyRoute('/board')({
  component: () => (
    <SignInNeeded>
      <Board />
    </SignInNeeded>
  ),
})

function Board() {
  const { stage, after } = boardRoute.useSearch()
  const navigate = useNavigate({ from: '/board' })
  const options = useBoard({ stage, after })
  const { data, error } = useQuery(options)
  const { data: me } = useMe()
  const names = useNames()
  const { now } = useClock()
  useTitle(words.title)
  if (me && options.enabled === false) return <NotYours />
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <p>
        <Link to="/participation">{participation.title}</Link>
      </p>
      <ChoiceField
        id="stage"
        label={words.stageFilter}
        value={stage ?? ''}
        choices={[
          { value: '', name: words.allStages },
          ...stageOrder.map((value) => ({ value, name: stageNames[value] })),
        ]}
        onChange={(value) => navigate({ search: value ? { stage: value as Stage } : {} })}
      />
      {data && data.rows.length > 0 && <BoardTable rows={data.rows} names={names} now={now} />}
      {data?.rows.length === 0 && <p>{words.empty[after ? 'page' : stage ? 'stage' : 'all']}</p>}
      <Paging
        label={words.pages}
        before={after ? { text: words.first, go: () => navigate({ search: stage ? { stage } : {} }) } : undefined}
        after={
          data?.next
            ? { text: words.next, go: () => navigate({ search: { ...(stage && { stage }), after: data.next } }) }
            : undefined
        }
      />
    </>
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
