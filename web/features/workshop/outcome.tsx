import type { Tried } from '../../../domain/workshop/workshop.ts'
import { BulletList } from '../../nhs/bullet-list.tsx'
import { ListTable } from '../../nhs/list-table.tsx'
import { More } from '../../nhs/more.tsx'
import { rounded } from '../specification/exactly.ts'
import { words } from './words.ts'

interface OutcomeProps {
  tried: Tried
  /** What a share is called: a criterion's title, or the price share. */
  nameOf(share: string): string
  farthest: number
}

/** How the samples rank, with every term, and what would move the first place. */
export function Outcome({ tried: { ranking, moves }, nameOf, farthest }: OutcomeProps) {
  const { columns } = words
  return (
    <>
      <ListTable
        caption={words.result}
        columns={[
          { head: columns.place, cell: ({ place }) => (place === undefined ? words.noPlace : String(place)) },
          { head: columns.name, cell: ({ name }) => name },
          { head: columns.quality, cell: ({ quality }) => rounded(quality) },
          { head: columns.price, cell: ({ price }) => (price === undefined ? '–' : rounded(price)) },
          { head: columns.total, cell: ({ total }) => rounded(total) },
        ]}
        rows={ranking}
        keyOf={({ name }) => name}
      />
      {ranking.map(({ name, terms }) => (
        <More key={name} title={words.terms(name)}>
          <BulletList items={terms} />
        </More>
      ))}
      <h3>{words.moves}</h3>
      {moves.length === 0 ? (
        <p>{words.noMoves(farthest)}</p>
      ) : (
        <>
          <BulletList items={moves.map(({ share, points, first }) => words.move(nameOf(share), points, first))} />
          <p>{words.movesHow}</p>
        </>
      )}
    </>
  )
}
