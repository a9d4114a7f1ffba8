import { createLazyRoute } from '@tanstack/react-router'
import { RenewalPage } from '../features/renewal/renewal-page.tsx'

/** A member declares against those who tendered, before reading the first tender; an officer, before deciding on one. */
export const renewalRoute = createLazyRoute('/cases/$caseId/declaration')({
  component: RenewalPage,
})
