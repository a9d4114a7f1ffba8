import type { viewLowPrices, viewPriceQuestion } from '../../../domain/evaluation/view-low-price.ts'

/** For the panel. */
export type LowPrices = ReturnType<typeof viewLowPrices> & { names: Record<string, string> }

/** What a bidder is asked about its own price. */
export type PriceQuestion = ReturnType<typeof viewPriceQuestion>
