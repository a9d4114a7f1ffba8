import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** Where a panel member scores every tender. */
export const scoringRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/scoring',
  component: lazyRouteComponent(() => import('../features/scoring/scoring-page.tsx'), 'ScoringPage'),
})
