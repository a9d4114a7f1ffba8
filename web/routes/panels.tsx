import { createLazyRoute } from '@tanstack/react-router'
import { useClock } from '../features/locality-bar/use-clock.ts'
import { useNames } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { StandingPanelPart } from '../features/standing-panels/standing-panel.tsx'
import { useStandingPanels } from '../features/standing-panels/use-standing-panels.ts'
import { words } from '../features/standing-panels/words.ts'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** Panels that last: who sits for an area, since when and until when, and how they served. */
export const panelsRoute = createLazyRoute('/panels')({
  component: () => (
    <SignInNeeded page={words.title}>
      <PanelsPage />
    </SignInNeeded>
  ),
})

function PanelsPage() {
  const { data, error } = useStandingPanels()
  const names = useNames(data?.people)
  const { now } = useClock()
  useTitle(words.title)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.title}</h1>
      <p className="nhsuk-u-reading-width">{words.intro}</p>
      {data?.panels.length === 0 && <p>{words.empty}</p>}
      {data?.panels.map((one) => (
        <StandingPanelPart key={one.panel.id} {...one} names={names} now={now} />
      ))}
    </>
  )
}
