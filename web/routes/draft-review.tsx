import { createLazyRoute } from '@tanstack/react-router'
import { Review } from '../features/proposal-form/review.tsx'

export const draftReviewRoute = createLazyRoute('/proposals/$draftId/review')({ component: Review })
