import { pounds } from '../../money.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { onDate } from '../../time.ts'
import type { AfterAwardView } from './after-award.ts'
import { words } from './words.ts'

const amount = (pence: number | undefined): string => (pence === undefined ? '–' : pounds(pence))

/** Promised beside achieved. */
export function Benefits({ benefits }: Pick<AfterAwardView, 'benefits'>) {
  const { review } = words
  const { columns } = review
  const results = [
    ...benefits.deliverables.map(({ what, by, delivered, evidence }) => ({
      what: `${what} (${onDate(by)})`,
      came: delivered ? `${review.yes[delivered]}. ${evidence ?? ''}` : review.notYet,
    })),
    ...benefits.objectives.map(({ objective, achieved, evidence }) => ({
      what: objective,
      came: achieved ? `${review.met[achieved]}. ${evidence ?? ''}` : review.notYet,
    })),
  ]
  return (
    <section>
      <h2>{review.title}</h2>
      <ListTable
        caption={review.title}
        rows={benefits.costs}
        keyOf={({ name }) => name}
        columns={[
          { head: columns.what, cell: ({ name }) => review.amounts[name] },
          { head: columns.promised, cell: ({ promised }) => amount(promised) },
          {
            head: columns.achieved,
            cell: ({ achieved }) => (achieved === undefined ? review.notYet : amount(achieved)),
          },
          { head: columns.difference, cell: ({ difference }) => amount(difference) },
        ]}
      />
      {benefits.explanation && <p className="nhsuk-u-reading-width">{benefits.explanation}</p>}
      <ListTable
        caption={review.title}
        rows={results}
        keyOf={({ what }) => what}
        columns={[
          { head: columns.promised, cell: ({ what }) => what },
          { head: columns.achieved, cell: ({ came }) => came },
        ]}
      />
    </section>
  )
}
