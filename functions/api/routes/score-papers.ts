import type { Case } from '../../../domain/case/case.ts'
import {
  type DraftScores,
  draftScoresSchema,
  mayNote,
  type Notes,
  notesSchema,
  scoringFor,
} from '../../../domain/evaluation/draft.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { deps } from '../../runtime/deps.ts'
import { type Paper, savePaper } from '../../store/score-draft-store.ts'
import { authorise } from '../access.ts'
import { actorConditions, holding } from '../actor-conditions.ts'
import { type Api, route } from '../api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from '../case-request.ts'
import { versionHad } from '../numbers.ts'
import { etag, json, problems } from '../responses.ts'
import { idSchema } from '../text.ts'

const headers = z.object({
  'if-match': versionHad('Say which version you had, as an ETag such as "3"; "0" when there was none'),
})
const savedSchema = z.object({ version: z.int(), savedAt: instantSchema }).meta({ id: 'SavedPaper' })

/** What a member writes for themselves while scoring, saved as they write: two requests of the table, however many cases there are. */
export function scorePaperRoutes(app: Api): void {
  paperRoute(app, {
    paper: 'scores',
    path: 'score-drafts',
    action: 'save-scores',
    summary: 'Keep your unfinished scores of one tender: private, outside the record',
    body: z.strictObject({ scores: draftScoresSchema }),
    entriesOf: ({ scores }): DraftScores => scores,
    round: (theCase, member, organisationId) => scoringFor(theCase, member, organisationId, deps().now()).round,
  })
  paperRoute(app, {
    paper: 'notes',
    path: 'score-notes',
    action: 'save-notes',
    summary: 'Keep your private notes on one tender: nobody else ever reads them, and they stay when you submit',
    body: z.strictObject({ notes: notesSchema }),
    entriesOf: ({ notes }): Notes => notes,
    round: (theCase, member, organisationId) => mayNote(theCase, member, organisationId).round,
  })
}

interface PaperRow<Body extends z.ZodType> {
  paper: Paper
  path: string
  action: 'save-scores' | 'save-notes'
  summary: string
  body: Body
  entriesOf(body: z.output<Body>): DraftScores | Notes
  /** The evaluation that it belongs to. @throws Refusal when it cannot be kept (any more) */
  round(theCase: Case, member: string, organisationId: string): number
}

function paperRoute<Body extends z.ZodType>(app: Api, row: PaperRow<Body>): void {
  route(app, {
    name: row.action,
    method: 'put',
    path: `/api/cases/{caseId}/${row.path}/{organisationId}`,
    summary: row.summary,
    tag: 'Drafts',
    signIn: signedInOnCase(),
    request: { params: caseIdParam.extend({ organisationId: idSchema }), headers, body: row.body },
    responses: { 200: { description: 'Kept', headers: etag, content: json(savedSchema) }, ...problems },
    handle: async (c, { params: { organisationId }, headers, body }) => {
      const { known, theCase } = caseRequest(c)
      const given = deps()
      const acting = authorise(known, row.action, theCase)
      const [caseId, personId] = [theCase.id, acting.person.id]
      const whose = { caseId, personId, round: row.round(theCase, personId, organisationId), organisationId }
      const paper = { entries: row.entriesOf(body), savedAt: given.now() }
      const conditions = actorConditions(given, acting, caseId)
      const { version, savedAt } = await holding(conditions, () =>
        savePaper(given, row.paper, whose, paper, headers['if-match'], conditions),
      )
      return c.json({ version, savedAt }, 200, { etag: `"${version}"` })
    },
  })
}
