import { createLazyRoute } from '@tanstack/react-router'
import { CasePage } from '../features/case/case-page.tsx'
import { useNames } from '../features/people/use-names.ts'
import { OpenedTender } from '../features/tender/opened-tender.tsx'

/** One opened tender, for the panel: whom it names, what it answers, its documents. */
export const openedTenderRoute = createLazyRoute('/cases/$caseId/tenders/$organisationId')({
  component: OpenedTenderPage,
})

function OpenedTenderPage() {
  const { caseId, organisationId } = openedTenderRoute.useParams()
  const name = useNames().place(organisationId)
  return (
    <CasePage caseId={caseId} title={name}>
      {() => <OpenedTender caseId={caseId} organisationId={organisationId} />}
    </CasePage>
  )
}
