import type { Case } from '../../domain/case/case.ts'
import type { Head } from '../../domain/record/chain.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import type { Approaching, Known } from '../store/locality-store.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { type Acting, authorise, countsDeeds } from './access.ts'
import { type Api, route } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './case-request.ts'
import { caseEtag, json, publicProblems, viewProblems } from './responses.ts'
import { signedIn } from './sign-in.ts'

/** One view of a case: one row is its route, its entry in the OpenAPI document, and what is seen. */
export interface CaseView<Query extends z.ZodObject, Answer extends z.ZodType> {
  /** The action in the access policies. */
  name: string
  /** What follows `/api/cases/{caseId}`: empty, or `/timeline`. */
  path: string
  summary: string
  query: Query
  /** What is answered, and what the OpenAPI document says of it. */
  answer: Answer
  /** Nouns of many entries that are seen. */
  load?: KeyedNoun[]
  /** It may be more than Lambda answers with: its query is `partOfExport`. */
  large?: true
  /** No ETag: the version of the case would tell of deeds that the view keeps from them. */
  unversioned?: true
  view(theCase: Case, seen: Seen & { query: z.output<Query> }): z.input<Answer> | Promise<z.input<Answer>>
}

/** The names of every view of a case, in the order they were declared. */
export const viewNames: string[] = []

/** What a view of a case is made with. */
export interface Seen extends Acting {
  known: Approaching
  /** Where the register of interests stood when they were looked up. */
  register: Head
  deps: Deps
}

/** Adds `GET /api/cases/{caseId}<path>`; for people who may see what is done, the ETag is the version of the case. */
export function caseView<Query extends z.ZodObject, Answer extends z.ZodType>(
  app: Api,
  row: CaseView<Query, Answer>,
): void {
  viewNames.push(row.name)
  route(app, {
    ...{ name: row.name, method: 'get', path: `/api/cases/{caseId}${row.path}`, summary: row.summary, tag: 'Views' },
    signIn: signedInOnCase(row.load),
    large: row.large,
    request: { params: caseIdParam, query: row.query },
    responses: { 200: seen(row, row.unversioned ? {} : caseEtag), ...viewProblems },
    handle: async (c, { query }) => {
      const { known, theCase, register } = caseRequest(c)
      const acting = authorise(known, row.name, theCase)
      const body = await row.view(theCase, { ...acting, known, register, deps: deps(), query })
      const versioned = !row.unversioned && countsDeeds(known, theCase)
      return c.json(body, 200, versioned ? { etag: `"${theCase.head.sequence}"` } : {})
    },
  })
}

/** One view that is of no single case. */
export interface ProgrammeView<Query extends z.ZodObject, Answer extends z.ZodType> {
  name: string
  path: string
  summary: string
  query: Query
  /** What is answered, and what the OpenAPI document says of it. */
  answer: Answer
  /** It may be more than Lambda answers with: its query is `partOfExport`. */
  large?: true
  view(seen: { known: Known; deps: Deps; query: z.output<Query> }): z.input<Answer> | Promise<z.input<Answer>>
}

/** Adds `GET <path>` for anyone who is signed in; the row checks what they may see. */
export function programmeView<Query extends z.ZodObject, Answer extends z.ZodType>(
  app: Api,
  row: ProgrammeView<Query, Answer>,
): void {
  route(app, {
    ...{ name: row.name, method: 'get', path: row.path, summary: row.summary, tag: 'Views' },
    signIn: signedIn,
    large: row.large,
    request: { query: row.query },
    responses: { 200: seen(row), ...viewProblems },
    handle: async (c, { query }) => c.json(await row.view({ known: c.get('known'), deps: deps(), query })),
  })
}

/** One view for everybody, without sign-in. */
export interface PublicView<Query extends z.ZodObject, Answer extends z.ZodType> {
  name: string
  /** May hold `{caseId}`. */
  path: string
  summary: string
  query: Query
  /** What is answered, and what the OpenAPI document says of it. */
  answer: Answer
  view(seen: { deps: Deps; caseId: string; query: z.output<Query> }): z.input<Answer> | Promise<z.input<Answer>>
}

/** Adds `GET <path>` without sign-in. */
export function publicView<Query extends z.ZodObject, Answer extends z.ZodType>(
  app: Api,
  row: PublicView<Query, Answer>,
): void {
  const params = row.path.includes('{caseId}') ? caseIdParam : undefined
  route(app, {
    ...{ name: row.name, method: 'get', path: row.path, summary: row.summary, tag: 'Public' },
    request: { params, query: row.query },
    responses: { 200: seen(row), ...publicProblems },
    handle: async (c, { query }) =>
      c.json(await row.view({ deps: deps(), caseId: c.req.param('caseId') ?? '', query })),
  })
}

/** An answer as the OpenAPI document tells of it. */
const seen = ({ summary, answer }: { summary: string; answer: z.ZodType }, headers: Partial<typeof caseEtag> = {}) => ({
  description: summary,
  headers,
  content: json(answer),
})

/** How many rows a page has. */
export const pageLimit = z.coerce.number().int().min(1).max(100).default(50)

/** A page of a list. */
export const pageQuery = z.object({
  limit: pageLimit,
  after: z.string().min(1).max(300).optional().meta({ description: '`next` of the page before' }),
})

export const noQuery = z.object({})
