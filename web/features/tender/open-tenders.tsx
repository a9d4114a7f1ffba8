import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PublicTendersAnswer } from '../../../functions/api/answers/list.ts'
import { ask } from '../../api.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { at } from '../../time.ts'
import { words } from './words.ts'

/** Every tender that is open, by its deadline. */
export function OpenTenders() {
  const { data, error } = useQuery({
    queryKey: ['open-tenders'],
    queryFn: () => ask<PublicTendersAnswer>('/api/public/tenders?limit=100'),
    refetchInterval: 10_000,
  })
  const { columns } = words.list
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      {data?.rows.length === 0 && <p>{words.list.empty}</p>}
      {data && data.rows.length > 0 && (
        <ListTable
          caption={words.list.caption}
          rows={data.rows}
          keyOf={({ caseId }) => caseId}
          columns={[
            {
              head: columns.title,
              cell: ({ caseId, title }) => (
                <Link to="/tenders/$caseId" params={{ caseId }}>
                  {title}
                </Link>
              ),
            },
            { head: columns.deadline, cell: ({ deadline }) => capital(at(deadline)) },
          ]}
        />
      )}
    </>
  )
}
