import { useQuery } from '@tanstack/react-query'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { Hash } from './draw-facts.tsx'
import { countsInWords } from './limit-in-words.ts'
import { type PublishedDraw, termsOf } from './use-draws.ts'
import { words } from './words.ts'

interface PoolRow {
  row: number
  entry: string
  facts: [string, unknown][]
  chance: string
  listed: number
}

/** Everybody in the pool, without names: what counts, the fair chance, and on how many panels they are. */
export function PoolTable({ caseId, draw }: { caseId: string; draw: PublishedDraw }) {
  const { data, error } = useQuery(termsOf(caseId, draw.draw))
  if (error) return <ProblemSummary {...problemOf(error)} />
  if (!data) return null
  const { instance, chances, panels } = data.terms
  const listed = instance.pool.map(() => 0)
  for (const panel of panels) for (const row of panel) listed[row] = (listed[row] ?? 0) + 1
  const rows: PoolRow[] = instance.pool.map(({ entry, ...facts }, row) => ({
    row,
    entry: String(entry),
    facts: Object.entries(facts),
    chance: chances[row] ?? '0',
    listed: listed[row] ?? 0,
  }))
  const { columns } = words
  return (
    <>
      <ListTable
        caption={words.poolCaption}
        rows={rows}
        keyOf={({ entry }) => entry}
        columns={[
          {
            head: columns.entry,
            cell: ({ row, entry }) => (
              <>
                {row + 1}: <Hash value={entry.slice(0, 12)} />
              </>
            ),
          },
          {
            head: columns.facts,
            cell: ({ facts }) => capital(countsInWords(facts)),
          },
          { head: columns.chance, cell: ({ chance }) => chance },
          { head: columns.listed, cell: ({ listed: times }) => `${times} of ${panels.length}` },
          ...(draw.panel
            ? [
                {
                  head: columns.drawn,
                  cell: ({ entry }: PoolRow) => (draw.panel?.includes(entry) ? words.drawn : words.notDrawn),
                },
              ]
            : []),
        ]}
      />
      {draw.never.length > 0 && (
        <>
          <h3>{words.never}</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {draw.never.map(({ row, why }) => (
              <li key={row}>
                {row + 1}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
