import { createRouter } from '@tanstack/react-router'
import type { DeedName } from './features/case/deeds.ts'
import { afterAwardRoute } from './routes/after-award.tsx'
import { appraisalRoute } from './routes/appraisal.tsx'
import { auditRoute } from './routes/audit.tsx'
import { boardRoute } from './routes/board.tsx'
import { businessCaseRoute } from './routes/business-case.tsx'
import { caseRoute } from './routes/case.tsx'
import { challengesRoute } from './routes/challenges.tsx'
import { complianceRoute } from './routes/compliance.tsx'
import { conflictsRoute } from './routes/conflicts.tsx'
import { decisionRoute, outcomeRoute, recordRoute } from './routes/decision.tsx'
import { deedRoute } from './routes/deed.tsx'
import { drawRoute } from './routes/draw.tsx'
import { fewTendersRoute } from './routes/few-tenders.tsx'
import { homeRoute } from './routes/home.tsx'
import { interestsRoute } from './routes/interests.tsx'
import { lowPriceRoute } from './routes/low-price.tsx'
import { moderationRoute } from './routes/moderation.tsx'
import { openedTenderRoute } from './routes/opened-tender.tsx'
import { receiptRoute, withdrawTenderRoute, writeTenderRoute } from './routes/own-tender.tsx'
import { panelRoute } from './routes/panel.tsx'
import { participationRoute } from './routes/participation.tsx'
import { questionsRoute } from './routes/questions.tsx'
import { rankingRoute } from './routes/ranking.tsx'
import { rootRoute } from './routes/root.tsx'
import { scoringRoute } from './routes/scoring.tsx'
import { signedInRoute } from './routes/signed-in.tsx'
import { specificationRoute } from './routes/specification.tsx'
import { specificationChangesRoute } from './routes/specification-changes.tsx'
import { specificationEditRoute } from './routes/specification-edit.tsx'
import { tenderRoute } from './routes/tender.tsx'
import { tenderQuestionsRoute } from './routes/tender-questions.tsx'
import { tendersRoute } from './routes/tenders.tsx'
import { workshopRoute } from './routes/workshop.tsx'

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    ...[homeRoute, signedInRoute, boardRoute, caseRoute, deedRoute],
    ...[decisionRoute, outcomeRoute, recordRoute, afterAwardRoute, challengesRoute, auditRoute],
    ...[appraisalRoute, specificationRoute, specificationEditRoute, specificationChangesRoute, workshopRoute],
    ...[businessCaseRoute, questionsRoute],
    ...[tendersRoute, tenderRoute, writeTenderRoute, receiptRoute, withdrawTenderRoute, tenderQuestionsRoute],
    ...[openedTenderRoute, complianceRoute, fewTendersRoute],
    ...[interestsRoute, conflictsRoute],
    ...[scoringRoute, moderationRoute, lowPriceRoute, rankingRoute],
    ...[drawRoute, panelRoute, participationRoute],
  ]),
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

declare module '@tanstack/history' {
  interface HistoryState {
    /** What was just done, for the page that it leads to. */
    /** A tender was just withdrawn. */
    withdrawn?: boolean
    done?: { deed: DeedName; head: { sequence: number; hash: string } }
  }
}
