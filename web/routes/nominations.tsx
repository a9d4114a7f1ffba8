import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCaseQuery } from '../features/case/use-case.ts'
import { words as theCaseWords } from '../features/case/words.ts'
import { AnswersTable } from '../features/nomination/answers-table.tsx'
import { NomineePart } from '../features/nomination/nominee-part.tsx'
import { PracticePart } from '../features/nomination/practice-part.tsx'
import { words } from '../features/nomination/words.ts'
import { useMe } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { Success } from '../nhs/success.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

/** Who is nominated for the panel of a case: a practice nominates here, its nominees answer. */
export const nominationsRoute = createLazyRoute('/cases/$caseId/nominations')({
  component: () => (
    <SignInNeeded>
      <NominationsPage />
    </SignInNeeded>
  ),
})

function NominationsPage() {
  const { caseId } = nominationsRoute.useParams()
  const { data: theCase, error } = useQuery(useCaseQuery(caseId))
  const { data: me } = useMe()
  const [done, setDone] = useState<string>()
  useTitle(words.title)
  const nomination = theCase?.nomination
  const open = nomination?.status === 'open' && theCase?.life.stage === 'nomination'
  const may = (command: string) => open && (theCase?.may.includes(command) ?? false)
  const own = nomination?.nominees.find(({ person }) => person === me?.person.id)
  const practiceId = me?.person.practiceId
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {theCaseWords.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      {done && <Success title={words.success} heading={done} />}
      {theCase && (
        <>
          <h1>
            <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>
            {words.title}
          </h1>
          {!nomination && <p>{words.notYet}</p>}
          {nomination && (
            <>
              <p>
                {words.soFar(
                  nomination.practices.length - nomination.unanswered.length,
                  nomination.practices.length,
                  nomination.poolSize,
                )}
              </p>
              {!open && <p>{words.closed}</p>}
              {own && may('decline-nomination') && <NomineePart caseId={caseId} status={own.status} onDone={setDone} />}
              {practiceId && may('nominate') && (
                <>
                  <PracticePart caseId={caseId} practiceId={practiceId} nomination={nomination} onDone={setDone} />
                  {theCase.may.includes('check-person') && (
                    <p>
                      <Link to="/cases/$caseId/conflicts" params={{ caseId }}>
                        {words.practice.check}
                      </Link>
                    </p>
                  )}
                </>
              )}
              <AnswersTable theCase={{ ...theCase, nomination }} />
            </>
          )}
        </>
      )}
    </>
  )
}
