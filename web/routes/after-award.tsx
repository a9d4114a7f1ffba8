import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** The milestones after the award. */
export const afterAwardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/after-award',
  component: lazyRouteComponent(() => import('../features/after-award/after-award-page.tsx'), 'AfterAwardPage'),
})
