import { createLazyRoute } from '@tanstack/react-router'
import { OutcomePage } from '../features/decision/outcome-page.tsx'

/** A provider’s letter and its representations. */
export const outcomeRoute = createLazyRoute('/tenders/$caseId/outcome')({ component: OutcomePage })
