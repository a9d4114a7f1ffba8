import { createLazyRoute } from '@tanstack/react-router'
import { DecisionPage } from '../features/decision/decision-page.tsx'

/** The vote, the approver’s answer, the representations. */
export const decisionRoute = createLazyRoute('/cases/$caseId/decision')({ component: DecisionPage })
