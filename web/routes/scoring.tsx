import { createLazyRoute } from '@tanstack/react-router'
import { ScoringPage } from '../features/scoring/scoring-page.tsx'

/** Where a panel member scores every tender. */
export const scoringRoute = createLazyRoute('/cases/$caseId/scoring')({
  component: ScoringPage,
})
