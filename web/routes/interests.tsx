import { useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { OwnInterestsForm } from '../features/interests/own-interests.tsx'
import { useOwnInterests } from '../features/interests/use-interests.ts'
import { words } from '../features/interests/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { Success } from '../nhs/success.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'
import { rootRoute } from './root.tsx'

/** What a person has declared to the register of interests, and the way to declare. */
export const interestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/interests',
  component: () => (
    <SignInNeeded>
      <InterestsPage />
    </SignInNeeded>
  ),
})

function InterestsPage() {
  const { data: own, error } = useQuery(useOwnInterests())
  const [done, setDone] = useState(false)
  useTitle(words.title)
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      {done && <Success title={words.success} heading={words.done} />}
      {own && <OwnInterestsForm key={own.register} own={own} onDone={() => setDone(true)} />}
    </>
  )
}
