import type { Case } from '../../../domain/case/case.ts'
import { decideEvaluation } from '../../../domain/evaluation/decide.ts'
import { givenScoresSchema } from '../../../domain/evaluation/evaluation.ts'
import { viewProgress, viewScoring } from '../../../domain/evaluation/view.ts'
import { viewRankingToDecide } from '../../../domain/evaluation/view-ranking.ts'
import { mustHaveRenewed, mustHaveRenewedToDecide } from '../../../domain/renewal/renewal.ts'
import * as z from '../../../domain/zod.ts'
import type { Deps } from '../../runtime/deps.ts'
import { Kept } from '../../store/kept.ts'
import { loadNames } from '../../store/locality-store.ts'
import { readContents } from '../../store/opened-store.ts'
import { readOwnPapers, scoreDraftGone } from '../../store/score-draft-store.ts'
import { progressAnswer, rankingAnswer, scoringAnswer } from '../answers/evaluation.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { idSchema } from '../text.ts'
import { caseView, noQuery } from '../view.ts'
import { lowPriceRoutes } from './low-price.ts'
import { moderationRoutes } from './moderation.ts'
import { scorePaperRoutes } from './score-papers.ts'

/** How robust a ranking is takes longer to reckon than to read, and is the same for all who decide, until something happens in the case. */
const rankings = new Kept<ReturnType<typeof viewRankingToDecide>>(16)
const rankingOf = (deps: Deps, theCase: Case) =>
  rankings.get(deps, theCase.id, theCase.head.hash) ??
  rankings.keep(deps, theCase.id, theCase.head.hash, viewRankingToDecide(theCase))

/** Members score each for themselves; the panel moderates; the ranking follows. */
export function evaluationRoutes(app: Api): void {
  scorePaperRoutes(app)
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
  lowPriceRoutes(app)
  caseView(app, {
    name: 'view-scoring',
    path: '/scoring',
    summary: 'The tenders to score, one of them whole, with your own drafts and your own submitted scores',
    answer: scoringAnswer,
    query: z.object({ read: idSchema.optional().meta({ description: 'The tender to read, by its bidder' }) }),
    unversioned: true,
    view: async (theCase, { person, deps, query: { read } }) => {
      const { id, evaluation, tender } = theCase
      mustHaveRenewed(theCase, person.id)
      const tenders = evaluation && 'tenders' in evaluation ? evaluation.tenders : []
      const [contents, own] = await Promise.all([
        readContents(
          deps,
          tender,
          tenders.filter((organisationId) => organisationId === read),
        ),
        readOwnPapers(deps, evaluation, { caseId: id, personId: person.id }),
      ])
      return viewScoring(theCase, { contents, ...own })
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
    summary: 'The ranking, every total with its terms, and how robust it is, once the prices are opened',
    answer: rankingAnswer,
    query: noQuery,
    load: ['scoreSheets'],
    view: async (theCase, { deps, person }) => {
      mustHaveRenewedToDecide(theCase, person.id)
      const view = rankingOf(deps, theCase)
      const scorers = view.robustness?.scorers.overall.map(({ member }) => member) ?? []
      const rulers = (view.ruledByExcluded ?? []).flatMap((one) => one.people)
      const people = [...scorers, ...view.leftOut, ...(view.excludedSince?.members ?? []), ...rulers]
      return { ...view, names: await loadNames(deps, people) }
    },
  })
}
