import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { Refusal } from '../../domain/refusal.ts'
import { Api } from './api.ts'
import { docs } from './docs.ts'
import { onError } from './errors.ts'
import { keepable } from './json-body.ts'
import { afterAwardRoutes } from './routes/after-award.ts'
import { attachmentRoutes } from './routes/attachment.ts'
import { boardRoutes } from './routes/board.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { caseRoutes } from './routes/case.ts'
import { caseViewRoutes } from './routes/case-view.ts'
import { challengeRoutes } from './routes/challenge.ts'
import { clarificationRoutes } from './routes/clarification.ts'
import { complianceRoutes } from './routes/compliance.ts'
import { conflictRoutes } from './routes/conflict.ts'
import { decisionRoutes } from './routes/decision.ts'
import { draftRoutes } from './routes/draft.ts'
import { drawRoutes } from './routes/draw.ts'
import { evaluationRoutes } from './routes/evaluation.ts'
import { fewTendersRoutes } from './routes/few-tenders.ts'
import { markedPaperRoutes } from './routes/marked-paper.ts'
import { meRoutes } from './routes/me.ts'
import { meetingRoutes } from './routes/meeting.ts'
import { nominationRoutes } from './routes/nomination.ts'
import { panelRoutes } from './routes/panel.ts'
import { proposalRoutes } from './routes/proposal.ts'
import { publicCaseRoutes } from './routes/public-case.ts'
import { publicRecordRoutes } from './routes/public-record.ts'
import { reconfirmRoutes } from './routes/reconfirm.ts'
import { registerRoutes } from './routes/register.ts'
import { renewalRoutes } from './routes/renewal.ts'
import { reportRoutes } from './routes/report.ts'
import { specificationRoutes } from './routes/specification.ts'
import { tenderRoutes } from './routes/tender.ts'
import { tenderDocumentRoutes } from './routes/tender-document.ts'
import { workshopRoutes } from './routes/workshop.ts'
import { wrongMethod } from './wrong-method.ts'

/** The most that one request may send, in bytes: Lambda takes 6 MB, and tenders do not come this way. */
const MOST_BYTES = 4 * 1024 * 1024

export const app = new Api()

app.onError(onError)
app.notFound((c) => wrongMethod(app, c) ?? onError(new Refusal('NotFound', 'This page does not exist.'), c))
app.use('/api/*', secureHeaders({ xFrameOptions: 'DENY' }))
app.use('/api/*', async (c, next) => {
  c.header('cache-control', 'no-store')
  await next()
})
app.use(
  '/api/*',
  bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new Refusal('Invalid', `What you sent is larger than ${MOST_BYTES / 1024 / 1024} MB. Nothing was changed.`)
    },
  }),
)
app.use('/api/*', keepable)

for (const routes of [
  draftRoutes,
  attachmentRoutes,
  proposalRoutes,
  nominationRoutes,
  conflictRoutes,
  panelRoutes,
  drawRoutes,
  specificationRoutes,
  workshopRoutes,
  tenderRoutes,
  tenderDocumentRoutes,
  clarificationRoutes,
  reconfirmRoutes,
  fewTendersRoutes,
  renewalRoutes,
  complianceRoutes,
  evaluationRoutes,
  decisionRoutes,
  afterAwardRoutes,
  challengeRoutes,
  meetingRoutes,
  markedPaperRoutes,
  publicRecordRoutes,
  caseRoutes,
  boardRoutes,
  calendarRoutes,
  meRoutes,
  publicCaseRoutes,
  caseViewRoutes,
  registerRoutes,
  reportRoutes,
])
  routes(app)
docs(app)
