import { decimal } from '../../decimal.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import type { RankedTender, Ranking } from './ranking.ts'
import { words } from './words.ts'

/** A total with every term it is made of: exact, and rounded to be read. */
export function RankedTerms({ tender, ranking, name }: { tender: RankedTender; ranking: Ranking; name: string }) {
  const title = (id: string) => ranking.criteria.find((criterion) => criterion.id === id)?.title ?? id
  const exact = (value: string) => words.exact(decimal(value), value)
  const { tableTerms, bases } = words
  return (
    <More title={words.terms(name)}>
      <ListTable
        caption={words.terms(name)}
        rows={tender.criteria}
        keyOf={({ criterionId }) => criterionId}
        columns={[
          { head: tableTerms.criterion, cell: ({ criterionId }) => title(criterionId) },
          { head: tableTerms.weight, cell: ({ weight }) => exact(weight) },
          { head: tableTerms.score, cell: ({ score }) => `${exact(score)} ${tableTerms.of}` },
          { head: tableTerms.points, cell: ({ points }) => exact(points) },
          { head: tableTerms.basis, cell: ({ basis }) => bases[basis] },
        ]}
      />
      <ul>
        {tender.terms.map((term) => (
          <li key={term}>{term}</li>
        ))}
      </ul>
    </More>
  )
}
