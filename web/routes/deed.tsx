import { useQuery } from '@tanstack/react-query'
import { createRoute, notFound } from '@tanstack/react-router'
import { DeedForm } from '../features/case/deed-form.tsx'
import { type DeedName, deedNames, deedsOf } from '../features/case/deeds.ts'
import { useCaseQuery } from '../features/case/use-case.ts'
import { words } from '../features/case/words.ts'
import { useRegisters } from '../features/people/use-registers.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'
import { rootRoute } from './root.tsx'

const isDeed = (name: string): name is DeedName => (deedNames as readonly string[]).includes(name)

/** One deed on one case: what it asks for, and its confirmation. */
export const deedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/do/$deed',
  params: {
    parse: ({ caseId, deed }) => {
      if (!isDeed(deed)) throw notFound()
      return { caseId, deed }
    },
    stringify: ({ caseId, deed }) => ({ caseId, deed }),
  },
  component: () => (
    <SignInNeeded>
      <DeedPage />
    </SignInNeeded>
  ),
})

function DeedPage() {
  const { caseId, deed } = deedRoute.useParams()
  const { data: theCase, error } = useQuery(useCaseQuery(caseId))
  const { data: registers } = useQuery(useRegisters())
  useTitle(words.deeds[deed].title)
  const level = registers?.areas.find(({ id }) => id === theCase?.proposal.form.area)?.level
  const fits = theCase !== undefined && registers !== undefined && deedsOf(theCase, level).includes(deed)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      {theCase && registers && !fits && <ProblemSummary {...words.deed.gone} />}
      {theCase && fits && <DeedForm key={`${caseId} ${deed}`} theCase={theCase} name={deed} />}
    </>
  )
}
