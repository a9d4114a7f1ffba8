import { createLazyRoute } from '@tanstack/react-router'
import { LowPricePage } from '../features/low-price/low-price-page.tsx'

/** A very low price: explained by its bidder, decided by the panel. */
export const lowPriceRoute = createLazyRoute('/cases/$caseId/low-price')({
  component: LowPricePage,
})
