import { useMutation, useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import { CommandProblem } from '../features/case/command-problem.tsx'
import { useCaseQuery } from '../features/case/use-case.ts'
import { words as theCaseWords } from '../features/case/words.ts'
import { words } from '../features/proposal-form/words.ts'
import { useSession } from '../features/session/session.tsx'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { ActionButton } from '../nhs/action-button.tsx'
import { BackLink } from '../nhs/back-link.tsx'
import { BulletList } from '../nhs/bullet-list.tsx'
import { Notice } from '../nhs/notice.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'
import { useTitle } from '../title.ts'

const said = words.tasks.correction

/** A returned proposal: why it came back, and the way to correct it, in a draft of its own. */
export const correctRoute = createLazyRoute('/cases/$caseId/correct')({
  component: () => (
    <SignInNeeded>
      <CorrectPage />
    </SignInNeeded>
  ),
})

function CorrectPage() {
  const { caseId } = correctRoute.useParams()
  const { data: theCase, error } = useQuery(useCaseQuery(caseId))
  const { ask } = useSession()
  const navigate = useNavigate()
  useTitle(said.title)
  const begin = useMutation<void, Error>({
    mutationFn: async () => {
      try {
        await ask(`/api/drafts/${caseId}`, { keep: { body: theCase?.proposal.form, over: 0 } })
      } catch (problem) {
        // It has been begun before: it goes on from there.
        if (!(problem instanceof Problem && problem.status === 412)) throw problem
      }
    },
    onSuccess: () => navigate({ to: '/proposals/$draftId', params: { draftId: caseId } }),
  })
  const wait = theCase?.wait?.name
  const returned = theCase?.life.status === 'open' && (wait === 'correction' || wait === 'revision')
  const reasons = theCase?.proposal.returns.slice(-1).map((one) => one.reasons) ?? []
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {theCaseWords.back}
      </BackLink>
      {error && <ProblemSummary {...problemOf(error)} />}
      <CommandProblem error={begin.error} />
      {theCase && (
        <>
          <h1>
            <span className="nhsuk-caption-l">{theCase.proposal.form.title}</span>
            {said.title}
          </h1>
          {!returned && <p>{said.notReturned}</p>}
          {returned && (
            <>
              {reasons.length > 0 && (
                <Notice title={said.reasons}>
                  <BulletList items={reasons} />
                </Notice>
              )}
              <p className="nhsuk-u-reading-width">{said.intro}</p>
              <ActionButton busy={begin.isPending} onClick={() => begin.mutate()}>
                {said.begin}
              </ActionButton>
            </>
          )}
        </>
      )}
    </>
  )
}
