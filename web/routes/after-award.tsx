import { createLazyRoute } from '@tanstack/react-router'
import { AfterAwardPage } from '../features/after-award/after-award-page.tsx'

/** The milestones after the award. */
export const afterAwardRoute = createLazyRoute('/cases/$caseId/after-award')({ component: AfterAwardPage })
