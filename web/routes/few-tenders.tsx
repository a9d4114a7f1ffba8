import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** How the panel goes on where fewer than two tenders came. */
export const fewTendersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/few-tenders',
  component: lazyRouteComponent(() => import('../features/few-tenders/few-tenders-page.tsx'), 'FewTendersPage'),
})
