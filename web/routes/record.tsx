import { createLazyRoute } from '@tanstack/react-router'
import { RecordPage } from '../features/decision/record-page.tsx'

/** The whole story of a decided case, for everybody. */
export const recordRoute = createLazyRoute('/records/$caseId')({ component: RecordPage })
