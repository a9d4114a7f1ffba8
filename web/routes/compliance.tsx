import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** What the opening found wrong with tenders, and who rules on it. */
export const complianceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/compliance',
  component: lazyRouteComponent(() => import('../features/compliance/compliance-page.tsx'), 'CompliancePage'),
})
