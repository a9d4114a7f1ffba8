import { createLazyRoute } from '@tanstack/react-router'
import { FewTendersPage } from '../features/few-tenders/few-tenders-page.tsx'

/** How the panel goes on where fewer than two tenders came. */
export const fewTendersRoute = createLazyRoute('/cases/$caseId/few-tenders')({
  component: FewTendersPage,
})
