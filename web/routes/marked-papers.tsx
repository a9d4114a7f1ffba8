import { createLazyRoute } from '@tanstack/react-router'
import { MarkedPapersPage } from '../features/marked-papers/marked-papers-page.tsx'

/** What of the panel's work observers may read. */
export const markedPapersRoute = createLazyRoute('/cases/$caseId/papers')({ component: MarkedPapersPage })
