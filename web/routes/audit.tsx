import { createLazyRoute } from '@tanstack/react-router'
import { AuditPage } from '../features/audit/audit-page.tsx'

/** What is decided, for who checks it. */
export const auditRoute = createLazyRoute('/audit')({ component: AuditPage })
