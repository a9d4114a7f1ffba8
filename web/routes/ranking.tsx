import { createLazyRoute } from '@tanstack/react-router'
import { RankingPage } from '../features/ranking/ranking-page.tsx'

/** The tenders in their order, with everything that the order follows from. */
export const rankingRoute = createLazyRoute('/cases/$caseId/ranking')({
  component: RankingPage,
})
