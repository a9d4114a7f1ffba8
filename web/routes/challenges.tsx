import { createLazyRoute } from '@tanstack/react-router'
import { ChallengesPage } from '../features/challenges/challenges-page.tsx'

/** How a case is run, challenged and answered. */
export const challengesRoute = createLazyRoute('/cases/$caseId/challenges')({ component: ChallengesPage })
