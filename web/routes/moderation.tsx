import { createLazyRoute } from '@tanstack/react-router'
import { ModerationPage } from '../features/moderation/moderation-page.tsx'

/** Where the panel discusses scores that are far apart. */
export const moderationRoute = createLazyRoute('/cases/$caseId/moderation')({
  component: ModerationPage,
})
