import { createLazyRoute } from '@tanstack/react-router'
import { BusinessCase } from '../features/business-case/business-case.tsx'
import { words } from '../features/business-case/words.ts'
import { CasePart } from '../features/case/case-part.tsx'
import type { SpecificationView } from '../features/specification/specification-view.ts'

/** What the approver decides on. */
export const businessCaseRoute = createLazyRoute('/cases/$caseId/business-case')({ component: BusinessCasePage })

function BusinessCasePage() {
  const { caseId } = businessCaseRoute.useParams()
  return (
    <CasePart<SpecificationView> caseId={caseId} title={words.title} path="/specification">
      {(specification, theCase) => <BusinessCase theCase={theCase} specification={specification} />}
    </CasePart>
  )
}
