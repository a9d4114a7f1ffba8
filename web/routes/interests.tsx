import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { OwnInterestsForm } from '../features/interests/own-interests.tsx'
import { useOwnInterests } from '../features/interests/use-interests.ts'
import { words } from '../features/interests/words.ts'
import { LoadProblem } from '../features/session/load-problem.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { Success } from '../nhs/success.tsx'
import { useTitle } from '../title.ts'

/** What a person has declared to the register of interests, and the way to declare. */
export const interestsRoute = createLazyRoute('/interests')({
  component: () => (
    <SignInNeeded page={words.title}>
      <InterestsPage />
    </SignInNeeded>
  ),
})

function InterestsPage() {
  const { data: own, error } = useQuery(useOwnInterests())
  const { forCase } = interestsRoute.useSearch()
  const [done, setDone] = useState(false)
  useTitle(words.title)
  return (
    <>
      <LoadProblem error={error} loaded={own !== undefined} />
      {forCase && (
        <BackLink to="/cases/$caseId/nominations" params={{ caseId: forCase }}>
          {words.backToNomination}
        </BackLink>
      )}
      {done && <Success title={words.success} heading={words.done} />}
      {!own && <h1>{words.title}</h1>}
      {own && <OwnInterestsForm key={own.version} own={own} onDone={() => setDone(true)} />}
    </>
  )
}
