import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** How a case is run, challenged and answered. */
export const challengesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/challenges',
  component: lazyRouteComponent(() => import('../features/challenges/challenges-page.tsx'), 'ChallengesPage'),
})
