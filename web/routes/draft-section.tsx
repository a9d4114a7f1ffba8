import { createLazyRoute } from '@tanstack/react-router'
import { SectionPage } from '../features/proposal-form/section-page.tsx'

export const draftSectionRoute = createLazyRoute('/proposals/$draftId/$section')({ component: SectionPage })
