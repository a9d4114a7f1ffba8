import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, Outlet } from '@tanstack/react-router'
import { DraftPaper } from '../features/proposal-form/paper.tsx'
import { useDraftQuery } from '../features/proposal-form/use-drafts.ts'
import { words } from '../features/proposal-form/words.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { ProblemSummary } from '../nhs/problem-summary.tsx'
import { problemOf } from '../problem-of.ts'

/** One proposal being written: what its pages share is the draft. */
export const draftRoute = createLazyRoute('/proposals/$draftId')({
  component: () => (
    <SignInNeeded page={words.tasks.title}>
      <DraftPages />
    </SignInNeeded>
  ),
})

function DraftPages() {
  const { draftId } = draftRoute.useParams()
  const { data: draft, error } = useQuery(useDraftQuery(draftId))
  if (draft)
    return (
      <DraftPaper key={draft.id} draft={draft}>
        <Outlet />
      </DraftPaper>
    )
  return (
    <>
      {error && <ProblemSummary {...problemOf(error)} />}
      <h1>{words.list.title}</h1>
      <p>
        <Link to="/proposals">{words.tasks.back}</Link>
      </p>
    </>
  )
}
