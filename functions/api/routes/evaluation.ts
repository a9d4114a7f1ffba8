import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import { mustBeScoring } from '../../../domain/evaluation/draft.ts'
import { givenScoreSchema, givenScoresSchema } from '../../../domain/evaluation/evaluation.ts'
import { viewProgress, viewRanking, viewScoring } from '../../../domain/evaluation/view.ts'
import { deps } from '../../runtime/deps.ts'
import { loadCase } from '../../store/case-store.ts'
import { readContents } from '../../store/opened-store.ts'
import { readScoreDrafts, saveScoreDraft, scoreDraftGone } from '../../store/score-draft-store.ts'
import { authorise } from '../access.ts'
import { progressAnswer, rankingAnswer, scoringAnswer } from '../answers/evaluation.ts'
import { caseCommand, caseIdParam } from '../command.ts'
import { problems } from '../responses.ts'
import { type SignedIn, signedIn } from '../sign-in.ts'
import { idSchema } from '../text.ts'
import { caseView, noQuery } from '../view.ts'
import { moderationRoutes } from './moderation.ts'

/** Members score each for themselves; the panel moderates; the ranking follows. */
export function evaluationRoutes(app: OpenAPIHono<SignedIn>): void {
  scoreDraftRoute(app)
  caseCommand(app, {
    name: 'submit-scores',
    summary: 'Submit your scores of one tender, on every criterion, with your reasons: they never change',
    body: z.strictObject({ organisationId: idSchema, scores: givenScoresSchema }),
    decide: (theCase, body, command) =>
      decideEvaluation(theCase, { type: 'SubmitScores', member: command.person.id, ...body }, command),
    also: ({ id, evaluation }, { organisationId }, { person, deps }) => [
      scoreDraftGone(deps, { caseId: id, personId: person.id, round: evaluation?.round ?? 0, organisationId }),
    ],
  })
  moderationRoutes(app)
  caseView(app, {
    name: 'view-scoring',
    path: '/scoring',
    summary: 'The tenders to score, one of them whole, with your own drafts and your own submitted scores',
    answer: scoringAnswer,
    query: z.object({ read: idSchema.optional().openapi({ description: 'The tender to read, by its bidder' }) }),
    load: ['scoreSheets'],
    unversioned: true,
    view: async (theCase, { person, deps, query: { read } }) => {
      const { id, evaluation, tender } = theCase
      const tenders = evaluation && 'tenders' in evaluation ? evaluation.tenders : []
      const [contents, drafts] = await Promise.all([
        readContents(
          deps,
          tender,
          tenders.filter((organisationId) => organisationId === read),
        ),
        readScoreDrafts(deps, { caseId: id, personId: person.id, round: evaluation?.round ?? 0 }),
      ])
      return viewScoring(theCase, person.id, { contents, drafts })
    },
  })
  caseView(app, {
    name: 'view-progress',
    path: '/progress',
    summary: 'How far the scoring is: who has scored how many tenders, never a score',
    answer: progressAnswer,
    query: noQuery,
    view: viewProgress,
  })
  caseView(app, {
    name: 'view-ranking',
    path: '/ranking',
    summary: 'The ranking, every total with its terms, once the prices are opened',
    answer: rankingAnswer,
    query: noQuery,
    view: viewRanking,
  })
}

const draftSchema = z.strictObject({
  scores: z
    .record(
      z.string().max(41),
      z.strictObject({ score: givenScoreSchema.shape.score.optional(), rationale: z.string().max(2000).optional() }),
    )
    .refine((scores) => JSON.stringify(scores).length <= 60_000, 'A draft can hold 60,000 characters')
    .openapi({ type: 'object' }),
  /** For the member alone; they never reach the record. */
  notes: z.string().max(20_000).default(''),
})

function scoreDraftRoute(app: OpenAPIHono<SignedIn>): void {
  app.openapi(
    createRoute({
      method: 'put',
      path: '/api/cases/{caseId}/score-drafts/{organisationId}',
      operationId: 'save-scores',
      summary: 'Keep your unfinished scores of one tender: private, outside the record',
      tags: ['Drafts'],
      security: [{ signIn: [] }],
      middleware: signedIn,
      request: {
        params: caseIdParam.extend({ organisationId: idSchema }),
        body: { required: true, content: { 'application/json': { schema: draftSchema } } },
      },
      responses: { 204: { description: 'Kept' }, ...problems },
    }),
    async (c) => {
      const { caseId, organisationId } = c.req.valid('param')
      const theCase = await loadCase(deps(), caseId)
      const { person } = authorise(c.get('known'), 'save-scores', theCase)
      const { round } = mustBeScoring(theCase, person.id, organisationId)
      const draft = { ...c.req.valid('json'), savedAt: deps().now() }
      await saveScoreDraft(deps(), { caseId, personId: person.id, round, organisationId }, draft)
      return c.body(null, 204)
    },
  )
}
