import { createLazyRoute } from '@tanstack/react-router'
import { CasePart } from '../features/case/case-part.tsx'
import type { WorkshopsView } from '../features/workshop/entered.ts'
import { words } from '../features/workshop/words.ts'
import { Workshops } from '../features/workshop/workshops.tsx'

/** Sample tenders against the weights, before the publication. */
export const workshopRoute = createLazyRoute('/cases/$caseId/specification/workshop')({ component: WorkshopPage })

function WorkshopPage() {
  const { caseId } = workshopRoute.useParams()
  return (
    <CasePart<WorkshopsView> caseId={caseId} title={words.title} path="/specification/workshops">
      {(view, theCase) => <Workshops theCase={theCase} view={view} />}
    </CasePart>
  )
}
