import type { PublicDraws } from '../../../functions/api/answers/panel.ts'
import { capital } from '../../capital.ts'
import { ListTable } from '../../nhs/list-table.tsx'
import { limitInWords } from './limit-in-words.ts'
import { words } from './words.ts'

/** What the panel has to have, and what those who sit or are invited make of it. */
export function MakeUp({ makeUp: { size, seated, quotas } }: Pick<PublicDraws, 'makeUp'>) {
  const { limits } = words
  return (
    <>
      <h2>{words.makeUp}</h2>
      <p>{words.seated(seated, size)}</p>
      <ListTable
        caption={words.caption}
        rows={quotas}
        keyOf={({ category, feature }) => `${category} ${feature}`}
        columns={[
          { head: limits.what, cell: ({ category, feature }) => capital(limitInWords(category, feature)) },
          { head: limits.least, cell: ({ min }) => min },
          { head: limits.most, cell: ({ max }) => max },
          { head: limits.have, cell: ({ have }) => have },
        ]}
      />
      <p>{words.onePer}</p>
    </>
  )
}
