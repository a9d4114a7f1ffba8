import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import type { ParticipationAnswer } from '../../functions/api/answers/list.ts'
import { Legend, Parts } from '../features/participation/parts.tsx'
import { tallyOf } from '../features/participation/tally.ts'
import { words } from '../features/participation/words.ts'
import { useNames } from '../features/people/use-names.ts'
import { useSession } from '../features/session/session.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { ListTable } from '../nhs/list-table.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** How much each practice took part, over the latest cases. */
export const participationRoute = createLazyRoute('/participation')({
  component: () => (
    <SignInNeeded page={words.title}>
      <ParticipationPage />
    </SignInNeeded>
  ),
})

function ParticipationPage() {
  const { personId, ask } = useSession()
  const names = useNames()
  const { data, error } = useQuery({
    queryKey: ['participation', personId],
    queryFn: () => ask<ParticipationAnswer>('/api/participation?limit=100'),
  })
  const { columns } = words
  const tallies = tallyOf(data?.rows ?? [])
  const most = Math.max(0, ...tallies.map(({ invited }) => invited))
  useTitle(words.title)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      {data?.rows.length === 0 && <p>{words.empty}</p>}
      {data && data.rows.length > 0 && (
        <>
          <p className="nhsuk-u-reading-width">{words.intro(data.rows.length)}</p>
          <Legend />
          <ListTable
            caption={words.caption}
            rows={tallies}
            keyOf={({ practice }) => practice}
            columns={[
              { head: columns.practice, cell: ({ practice }) => names.place(practice) },
              { head: columns.picture, cell: (tally) => <Parts tally={tally} most={most} /> },
              { head: columns.invited, cell: ({ invited }) => invited },
              { head: columns.nominated, cell: ({ nominated }) => nominated },
              { head: columns.declined, cell: ({ declined }) => declined },
              { head: columns.silent, cell: ({ silent }) => silent },
              { head: columns.asked, cell: ({ asked }) => asked },
              { head: columns.seats, cell: ({ seats }) => seats },
            ]}
          />
        </>
      )}
    </>
  )
}
