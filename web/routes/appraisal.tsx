import { createLazyRoute } from '@tanstack/react-router'
import { Appraisal } from '../features/appraisal/appraisal.tsx'
import type { AppraisalView } from '../features/appraisal/checklist.tsx'
import { words } from '../features/appraisal/words.ts'
import { CasePart } from '../features/case/case-part.tsx'

/** The panel appraises the proposal, and votes on it. */
export const appraisalRoute = createLazyRoute('/cases/$caseId/appraisal')({ component: AppraisalPage })

function AppraisalPage() {
  const { caseId } = appraisalRoute.useParams()
  return (
    <CasePart<AppraisalView> caseId={caseId} title={words.title} path="/appraisal">
      {(appraisal, theCase) => <Appraisal theCase={theCase} appraisal={appraisal} />}
    </CasePart>
  )
}
