import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** The vote, the approver's answer, the representations. */
export const decisionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/decision',
  component: lazyRouteComponent(() => import('../features/decision/decision-page.tsx'), 'DecisionPage'),
})

/** A provider's letter and its representations. */
export const outcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenders/$caseId/outcome',
  component: lazyRouteComponent(() => import('../features/decision/outcome-page.tsx'), 'OutcomePage'),
})

/** The whole story of a decided case, for everybody. */
export const recordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/records/$caseId',
  component: lazyRouteComponent(() => import('../features/decision/record-page.tsx'), 'RecordPage'),
})
