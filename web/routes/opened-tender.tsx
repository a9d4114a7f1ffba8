import { createLazyRoute } from '@tanstack/react-router'
import { words } from '../features/case/words.ts'
import { useNames } from '../features/people/use-names.ts'
import { SignInNeeded } from '../features/session/sign-in-needed.tsx'
import { OpenedTender } from '../features/tender/opened-tender.tsx'
import { words as tender } from '../features/tender/words.ts'
import { BackLink } from '../nhs/back-link.tsx'
import { useTitle } from '../title.ts'

/** One opened tender, for the panel: whom it names, what it answers, its documents. */
export const openedTenderRoute = createLazyRoute('/cases/$caseId/tenders/$organisationId')({
  component: () => (
    <SignInNeeded page={tender.opened.title}>
      <OpenedTenderPage />
    </SignInNeeded>
  ),
})

function OpenedTenderPage() {
  const { caseId, organisationId } = openedTenderRoute.useParams()
  const name = useNames().place(organisationId)
  useTitle(name)
  return (
    <>
      <BackLink to="/cases/$caseId" params={{ caseId }}>
        {words.back}
      </BackLink>
      <h1>{name}</h1>
      <OpenedTender caseId={caseId} organisationId={organisationId} />
    </>
  )
}
