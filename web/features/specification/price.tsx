import type { checkContent } from '../../../domain/specification/check-content.ts'
import { pounds } from '../../money.ts'
import { Facts } from '../../nhs/facts.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { exactly } from './exactly.ts'
import { words } from './words.ts'

type Example = ReturnType<typeof checkContent>['priceExample']

interface PriceProps {
  share: string
  formula: { name: string; says: string }
  example: Example
}

/** How a price becomes points, with the formula worked through. */
export function Price({ share, formula, example }: PriceProps) {
  return (
    <>
      <Facts
        facts={[
          [words.share, words.points(exactly(share))],
          [words.formula, `${formula.name}. ${formula.says}`],
        ]}
      />
      <WorkedExample example={example} />
    </>
  )
}

export function WorkedExample({ example }: { example: Example }) {
  return (
    <>
      <h3>{words.example}</h3>
      <ListTable
        caption={words.example}
        columns={[
          { head: words.exampleColumns.price, cell: ({ pence }) => pounds(pence) },
          { head: words.exampleColumns.points, cell: ({ term }) => term },
        ]}
        rows={example}
        keyOf={({ pence, term }) => `${pence} ${term}`}
      />
    </>
  )
}
