import { Link } from '@tanstack/react-router'
import type { Me } from '../../../functions/api/answers/locality.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { on } from '../../time.ts'
import { words } from './words.ts'

/** To an observer, what is marked for them, the newest case first; nothing where nothing is. */
export function OwnPapers({ me: { papers } }: { me: Me }) {
  if (papers.length === 0) return null
  const { title, caption, columns } = words.home
  return (
    <>
      <h2>{title}</h2>
      <ListTable
        caption={caption}
        rows={papers}
        keyOf={({ caseId }) => caseId}
        columns={[
          {
            head: columns.title,
            cell: ({ caseId, title: theCase }) => (
              <Link to="/cases/$caseId/papers" params={{ caseId }}>
                {theCase}
              </Link>
            ),
          },
          {
            head: columns.papers,
            cell: ({ papers: marked }) => marked.map(({ paper }) => words.papers[paper]).join('; '),
          },
          {
            head: columns.since,
            cell: ({ papers: marked }) =>
              on(
                marked
                  .map(({ at }) => at)
                  .sort()
                  .at(-1) ?? '',
              ),
          },
        ]}
      />
    </>
  )
}
