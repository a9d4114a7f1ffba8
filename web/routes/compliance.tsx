import { createLazyRoute } from '@tanstack/react-router'
import { CompliancePage } from '../features/compliance/compliance-page.tsx'

/** What the opening found wrong with tenders, and who rules on it. */
export const complianceRoute = createLazyRoute('/cases/$caseId/compliance')({
  component: CompliancePage,
})
