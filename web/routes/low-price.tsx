import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from './root.tsx'

/** A price far below the others: explained by its bidder, decided by the panel. */
export const lowPriceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId/low-price',
  component: lazyRouteComponent(() => import('../features/low-price/low-price-page.tsx'), 'LowPricePage'),
})
