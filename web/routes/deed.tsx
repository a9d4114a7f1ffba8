import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { DeedForm } from '../features/case/deed-form.tsx'
import { DeedGone } from '../features/case/deed-gone.tsx'
import { type DeedName, deedNames, deedsOf } from '../features/case/deeds.ts'
import { CaseNotForYou } from '../features/case/not-for-you.tsx'
import { useCaseQuery } from '../features/case/use-case.ts'
import { words } from '../features/case/words.ts'
import { UnlessLockedOut } from '../features/locked-out/unless-locked-out.tsx'
import { useRegisters } from '../features/people/use-registers.ts'
import { isForbidden, isMissing, LoadProblem, NothingThere } from '../features/session/load-problem.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { oneOf } from '../one-of.ts'
import { useTitle } from '../title.ts'

/** One deed on one case: what it asks for, and its confirmation. */
export const deedRoute = createLazyRoute('/cases/$caseId/do/$deed')({
  component: () => {
    const { caseId, deed: named } = deedRoute.useParams()
    const deed = oneOf(deedNames, named)
    return (
      <SignInNeeded page={words.deeds[deed].title}>
        <UnlessLockedOut caseId={caseId}>
          <DeedPage deed={deed} />
        </UnlessLockedOut>
      </SignInNeeded>
    )
  },
})

function DeedPage({ deed }: { deed: DeedName }) {
  const { caseId } = deedRoute.useParams()
  const { check } = deedRoute.useSearch()
  const navigate = useNavigate({ from: '/cases/$caseId/do/$deed' })
  const { data: theCase, error } = useQuery(useCaseQuery(caseId))
  const { data: registers } = useQuery(useRegisters())
  useTitle(words.deeds[deed].title, theCase?.proposal.form.title)
  const level = registers?.areas.find(({ id }) => id === theCase?.proposal.form.area)?.level
  const fits = theCase !== undefined && registers !== undefined && deedsOf(theCase, level).includes(deed)
  const forbidden = isForbidden(error)
  if (isMissing(error)) return <NothingThere error={error} />
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {forbidden ? <CaseNotForYou caseId={caseId} /> : <LoadProblem error={error} loaded={theCase !== undefined} />}
      {!forbidden && !(theCase && registers) && <h1>{words.deeds[deed].title}</h1>}
      {theCase && registers && !fits && <DeedGone theCase={theCase} name={deed} />}
      {theCase && fits && (
        <DeedForm
          key={`${caseId} ${deed}`}
          theCase={theCase}
          name={deed}
          check={check === true}
          onCheck={(on) => navigate({ search: { check: on || undefined } })}
        />
      )}
    </>
  )
}
