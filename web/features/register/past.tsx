import { useInfiniteQuery } from '@tanstack/react-query'
import { ActionButton } from '../../nhs/action-button.tsx'
import { ProblemSummary } from '../../nhs/problem-summary.tsx'
import { problemOf } from '../../problem-of.ts'
import { when } from '../../time.ts'
import { Download } from '../paper/download.tsx'
import type { Names } from '../people/names.ts'
import { useRegisterPast } from './use-register.ts'
import { words } from './words.ts'

/** How the register came about: who changed what, when. */
export function Past({ names, known }: { names: Names; known: Record<string, string> }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(useRegisterPast())
  const past = data?.pages.flatMap((page) => page.past) ?? []
  return (
    <section aria-labelledby="past">
      <h2 id="past">{words.past.title}</h2>
      {error && <ProblemSummary {...problemOf(error)} />}
      <ol reversed>
        {past.map(({ sequence, at, by, told }) => (
          <li key={sequence} value={sequence}>
            {when(at)}, {('person' in by && known[by.person]) || words.past.file}: {names.in(told)}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <ActionButton kind="secondary" small busy={isFetchingNextPage} onClick={fetchNextPage}>
          {words.past.more}
        </ActionButton>
      )}
      <p className="nhsuk-u-reading-width">{words.past.exportWhat}</p>
      <Download path="/api/register/export" name="register.json">
        {words.past.export}
      </Download>
    </section>
  )
}
