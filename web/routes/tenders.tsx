import { createLazyRoute } from '@tanstack/react-router'
import { OpenTenders } from '../features/tender/open-tenders.tsx'
import { words } from '../features/tender/words.ts'
import { useTitle } from '../title.ts'

/** Every open tender; for everybody. */
export const tendersRoute = createLazyRoute('/tenders')({
  component: () => {
    useTitle(words.list.title)
    return (
      <>
        <h1>{words.list.title}</h1>
        <p className="nhsuk-u-reading-width">{words.list.intro}</p>
        <OpenTenders />
      </>
    )
  },
})
