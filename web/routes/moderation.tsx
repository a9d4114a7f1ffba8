import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** Where the panel discusses scores that are far apart. */
export const moderationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/moderation',
  component: lazyRouteComponent(() => import('../features/moderation/moderation-page.tsx'), 'ModerationPage'),
})
