import { useId, useState } from 'react'
import type { TimelineEvent } from '../../../functions/api/answers/case.ts'
import { Paging } from '../../nhs/paging.tsx'
import { when } from '../../time.ts'
import type { Names } from '../people/names.ts'
import { words } from './words.ts'

const PAGE = 25

/** A case's record for reading: newest first, a page at a time. New events come in at the top of the first page. */
export function Timeline({
  events,
  tendersSealed,
  names,
}: {
  events: TimelineEvent[]
  tendersSealed: boolean
  names: Names
}) {
  const [page, setPage] = useState(0)
  const id = useId()
  const newest = events.toReversed()
  const shown = newest.slice(page * PAGE, (page + 1) * PAGE)
  const [first, last] = [shown.at(-1)?.sequence ?? 0, shown[0]?.sequence ?? 0]
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{events.length === 0 ? words.empty : words.intro}</p>
      {tendersSealed && <p>{words.sealed}</p>}
      {events.length > PAGE && <p className="nhsuk-body-s">{words.range(first, last, events.length)}</p>}
      <ol className="timeline" reversed start={last}>
        {shown.map((event) => (
          <li key={event.sequence} className="timeline__event" value={event.sequence}>
            <p className="timeline__told">{names.in(event.told)}</p>
            <p className="timeline__when">
              <time dateTime={event.at}>{when(event.at)}</time>. {words.by(names.actor(event.by), event.byPutOut)}.
            </p>
          </li>
        ))}
      </ol>
      <Paging
        label={words.pages}
        before={page > 0 ? { text: words.newer, go: () => setPage(page - 1) } : undefined}
        after={(page + 1) * PAGE < events.length ? { text: words.older, go: () => setPage(page + 1) } : undefined}
      />
    </section>
  )
}
