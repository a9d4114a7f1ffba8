import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { exactly } from './exactly.ts'
import type { CriterionView } from './specification-view.ts'
import { words } from './words.ts'

interface CriterionProps {
  criterion: CriterionView
  /** The five key criteria, by identifier. */
  keyCriteria: Record<string, string>
}

/** One criterion as the bidders read it. */
export function Criterion({ criterion, keyCriteria }: CriterionProps) {
  const named = words.criterion
  const { title, question, guidance, weight, serves, minimum, scale } = criterion
  return (
    <>
      <h3>
        {title || words.empty} <span className="nhsuk-u-font-weight-normal">({words.points(exactly(weight))})</span>
      </h3>
      <Facts
        facts={[
          [named.question, question || words.empty],
          [named.guidance, guidance || words.empty],
          [named.serves, keyCriteria[serves] ?? serves],
          [named.minimum, minimum === undefined ? named.noMinimum : named.minimumIs(minimum)],
        ]}
      />
      <More title={`${named.scale}: ${title}`}>
        <ListTable
          caption={named.scale}
          columns={[
            { head: named.points, cell: ({ point }) => String(point) },
            { head: named.earns, cell: ({ description }) => description || words.empty },
          ]}
          rows={scale.map((description, point) => ({ point, description }))}
          keyOf={({ point }) => String(point)}
        />
      </More>
    </>
  )
}
