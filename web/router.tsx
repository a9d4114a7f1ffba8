import { createRoute, createRouter } from '@tanstack/react-router'
import type { DeedName } from './features/case/deeds.ts'
import { rootRoute } from './routes/root.tsx'
import {
  boardSearch,
  changesSearch,
  checkSearch,
  interestsSearch,
  scoringSearch,
  versionSearch,
} from './routes/searches.ts'
import { NotFound, Trouble } from './routes/trouble.tsx'

const getParentRoute = () => rootRoute

/** A page at an address. */
const at = <const Path extends string>(path: Path) => createRoute({ getParentRoute, path })

const draft = createRoute({ getParentRoute, path: '/proposals/$draftId' }).lazy(
  async () => (await import('./routes/draft.tsx')).draftRoute,
)
const inDraft = () => draft
const draftTasks = createRoute({ getParentRoute: inDraft, path: '/' }).lazy(
  async () => (await import('./routes/draft-tasks.tsx')).draftTasksRoute,
)
const draftReview = createRoute({ getParentRoute: inDraft, path: 'review', validateSearch: checkSearch }).lazy(
  async () => (await import('./routes/draft-review.tsx')).draftReviewRoute,
)
const draftSection = createRoute({
  getParentRoute: inDraft,
  path: '$section',
  validateSearch: checkSearch,
}).lazy(async () => (await import('./routes/draft-section.tsx')).draftSectionRoute)

const board = createRoute({ getParentRoute, path: '/board', validateSearch: boardSearch }).lazy(
  async () => (await import('./routes/board.tsx')).boardRoute,
)

const interests = createRoute({ getParentRoute, path: '/interests', validateSearch: interestsSearch }).lazy(
  async () => (await import('./routes/interests.tsx')).interestsRoute,
)

const specification = createRoute({
  getParentRoute,
  path: '/cases/$caseId/specification',
  validateSearch: versionSearch,
}).lazy(async () => (await import('./routes/specification.tsx')).specificationRoute)

const specificationChanges = createRoute({
  getParentRoute,
  path: '/cases/$caseId/specification/changes',
  validateSearch: changesSearch,
}).lazy(async () => (await import('./routes/specification-changes.tsx')).specificationChangesRoute)

const scoring = createRoute({
  getParentRoute,
  path: '/cases/$caseId/scoring',
  validateSearch: scoringSearch,
}).lazy(async () => (await import('./routes/scoring.tsx')).scoringRoute)

const deed = createRoute({
  getParentRoute,
  path: '/cases/$caseId/do/$deed',
  validateSearch: checkSearch,
}).lazy(async () => (await import('./routes/deed.tsx')).deedRoute)

/** Every page by its address. Each comes when somebody goes there, and only then. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    at('/').lazy(async () => (await import('./routes/home.tsx')).homeRoute),
    at('/signed-in').lazy(async () => (await import('./routes/signed-in.tsx')).signedInRoute),
    board,
    at('/calendar').lazy(async () => (await import('./routes/calendar.tsx')).calendarRoute),
    at('/proposals').lazy(async () => (await import('./routes/proposals.tsx')).proposalsRoute),
    draft.addChildren([draftTasks, draftReview, draftSection]),
    at('/cases/$caseId').lazy(async () => (await import('./routes/case.tsx')).caseRoute),
    deed,
    at('/cases/$caseId/correct').lazy(async () => (await import('./routes/correct.tsx')).correctRoute),
    at('/cases/$caseId/nominations').lazy(async () => (await import('./routes/nominations.tsx')).nominationsRoute),
    interests,
    at('/register/$organisationId').lazy(async () => (await import('./routes/organisation.tsx')).organisationRoute),
    at('/register').lazy(async () => (await import('./routes/register.tsx')).registerRoute),
    at('/cases/$caseId/conflicts').lazy(async () => (await import('./routes/conflicts.tsx')).conflictsRoute),
    at('/cases/$caseId/few-tenders').lazy(async () => (await import('./routes/few-tenders.tsx')).fewTendersRoute),
    at('/cases/$caseId/low-price').lazy(async () => (await import('./routes/low-price.tsx')).lowPriceRoute),
    at('/panels').lazy(async () => (await import('./routes/panels.tsx')).panelsRoute),
    at('/participation').lazy(async () => (await import('./routes/participation.tsx')).participationRoute),
    at('/cases/$caseId/declaration').lazy(async () => (await import('./routes/renewal.tsx')).renewalRoute),
    at('/cases/$caseId/compliance').lazy(async () => (await import('./routes/compliance.tsx')).complianceRoute),
    at('/cases/$caseId/missing-document').lazy(
      async () => (await import('./routes/missing-document.tsx')).missingDocumentRoute,
    ),
    at('/cases/$caseId/draw').lazy(async () => (await import('./routes/draw.tsx')).drawRoute),
    at('/cases/$caseId/panel').lazy(async () => (await import('./routes/panel.tsx')).panelRoute),
    at('/cases/$caseId/appraisal').lazy(async () => (await import('./routes/appraisal.tsx')).appraisalRoute),
    specification,
    at('/cases/$caseId/specification/edit').lazy(
      async () => (await import('./routes/specification-edit.tsx')).specificationEditRoute,
    ),
    specificationChanges,
    at('/cases/$caseId/specification/workshop').lazy(async () => (await import('./routes/workshop.tsx')).workshopRoute),
    at('/cases/$caseId/business-case').lazy(async () => (await import('./routes/business-case.tsx')).businessCaseRoute),
    at('/cases/$caseId/questions').lazy(async () => (await import('./routes/questions.tsx')).questionsRoute),
    at('/cases/$caseId/tenders/$organisationId').lazy(
      async () => (await import('./routes/opened-tender.tsx')).openedTenderRoute,
    ),
    scoring,
    at('/cases/$caseId/moderation').lazy(async () => (await import('./routes/moderation.tsx')).moderationRoute),
    at('/cases/$caseId/ranking').lazy(async () => (await import('./routes/ranking.tsx')).rankingRoute),
    at('/cases/$caseId/decision').lazy(async () => (await import('./routes/decision.tsx')).decisionRoute),
    at('/cases/$caseId/after-award').lazy(async () => (await import('./routes/after-award.tsx')).afterAwardRoute),
    at('/cases/$caseId/challenges').lazy(async () => (await import('./routes/challenges.tsx')).challengesRoute),
    at('/cases/$caseId/meetings').lazy(async () => (await import('./routes/meetings.tsx')).meetingsRoute),
    at('/cases/$caseId/papers').lazy(async () => (await import('./routes/marked-papers.tsx')).markedPapersRoute),
    at('/records/$caseId').lazy(async () => (await import('./routes/record.tsx')).recordRoute),
    at('/reports').lazy(async () => (await import('./routes/reports.tsx')).reportsRoute),
    at('/reports/$month').lazy(async () => (await import('./routes/report.tsx')).reportRoute),
    at('/audit').lazy(async () => (await import('./routes/audit.tsx')).auditRoute),
    at('/tenders').lazy(async () => (await import('./routes/tenders.tsx')).tendersRoute),
    at('/tenders/$caseId').lazy(async () => (await import('./routes/tender.tsx')).tenderRoute),
    at('/tenders/$caseId/write').lazy(async () => (await import('./routes/own-tender.tsx')).writeTenderRoute),
    at('/tenders/$caseId/receipt').lazy(async () => (await import('./routes/own-tender.tsx')).receiptRoute),
    at('/tenders/$caseId/withdraw').lazy(async () => (await import('./routes/own-tender.tsx')).withdrawTenderRoute),
    at('/tenders/$caseId/outcome').lazy(async () => (await import('./routes/outcome.tsx')).outcomeRoute),
    at('/tenders/$caseId/questions').lazy(
      async () => (await import('./routes/tender-questions.tsx')).tenderQuestionsRoute,
    ),
  ]),
  scrollRestoration: true,
  // In their place on the page, under the menu.
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** The deed that was just done, for the page that it leads to. */
    done?: { deed: DeedName; head: { sequence?: number; hash: string } }
    /** What was just done, in a sentence. */
    said?: string
  }
}
