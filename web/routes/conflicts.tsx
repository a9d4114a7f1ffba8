import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { useCaseQuery } from '../features/case/use-case.ts'
import { CheckPerson } from '../features/conflicts/check-person.tsx'
import { Standings } from '../features/conflicts/standings.tsx'
import { useConflicts } from '../features/conflicts/use-conflicts.ts'
import { words } from '../features/conflicts/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { Success } from '../nhs/success.tsx'
import { problemOf } from '../problem-of.ts'
import { when } from '../time.ts'
import { useTitle } from '../title.ts'

/** How people stand in a case, the rulings on flagged interests, and the check before a nomination. */
export const conflictsRoute = createLazyRoute('/cases/$caseId/conflicts')({
  component: () => (
    <SignInNeeded>
      <ConflictsPage />
    </SignInNeeded>
  ),
})

function ConflictsPage() {
  const { caseId } = conflictsRoute.useParams()
  const { data: theCase, error } = useQuery(useCaseQuery(caseId))
  const mayLook = theCase?.sees.includes('view-conflicts') ?? false
  const { data: conflicts } = useQuery({ ...useConflicts(caseId), enabled: mayLook })
  const [done, setDone] = useState(false)
  useTitle(words.title)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      {done && <Success title={words.success} heading={words.done} />}
      {theCase && (
        <>
          <h1>
            <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>
            {words.title}
          </h1>
          {conflicts && (
            <>
              <p className="nhsuk-u-reading-width">{words.what}</p>
              <p>
                {conflicts.checkedAt === undefined || conflicts.register === undefined
                  ? words.unchecked
                  : words.checked(when(conflicts.checkedAt), conflicts.register)}
              </p>
              <Standings
                caseId={caseId}
                conflicts={conflicts}
                mayRule={theCase.may.includes('adjudicate-interest')}
                onRuled={() => setDone(true)}
              />
            </>
          )}
          {theCase.sees.includes('check-person') && <CheckPerson caseId={caseId} />}
        </>
      )}
    </>
  )
}
