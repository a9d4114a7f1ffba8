import { createLazyRoute } from '@tanstack/react-router'
import { MeetingsPage } from '../features/meetings/meetings-page.tsx'

/** When and where the panel meets, and who was there. */
export const meetingsRoute = createLazyRoute('/cases/$caseId/meetings')({ component: MeetingsPage })
