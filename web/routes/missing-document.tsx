import { createLazyRoute } from '@tanstack/react-router'
import { MissingDocumentPage } from '../features/compliance/missing-document-page.tsx'

/** A bidder supplies a document that is missing. */
export const missingDocumentRoute = createLazyRoute('/cases/$caseId/missing-document')({
  component: MissingDocumentPage,
})
