import { createLazyRoute } from '@tanstack/react-router'
import { SectionPage } from '../features/proposal-form/section-page.tsx'
import { sectionNames } from '../features/proposal-form/sections.ts'
import { NotFound } from './trouble.tsx'

export const draftSectionRoute = createLazyRoute('/proposals/$draftId/$section')({ component: Section })

function Section() {
  const { section: named } = draftSectionRoute.useParams()
  const section = sectionNames.find((one) => one === named)
  return section ? <SectionPage section={section} /> : <NotFound />
}
