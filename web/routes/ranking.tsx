import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** The tenders in their order, with everything that the order follows from. */
export const rankingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/ranking',
  component: lazyRouteComponent(() => import('../features/ranking/ranking-page.tsx'), 'RankingPage'),
})
