import { createRoute } from '@tanstack/react-router'
import { BusinessCase } from '../features/business-case/business-case.tsx'
import { words } from '../features/business-case/words.ts'
import { CasePart } from '../features/case/case-part.tsx'
import type { SpecificationView } from '../features/specification/specification-view.ts'
import { rootRoute } from './root.tsx'

/** What the approver decides on. */
export const businessCaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/business-case',
  component: BusinessCasePage,
})

function BusinessCasePage() {
  const { caseId } = businessCaseRoute.useParams()
  return (
    <CasePart<SpecificationView> caseId={caseId} title={words.title} path="/specification">
      {(specification, theCase) => <BusinessCase theCase={theCase} specification={specification} />}
    </CasePart>
  )
}
