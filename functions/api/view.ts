import type { ZodContentObject } from '@asteasolutions/zod-to-openapi'
import type { Context } from 'hono'
import type { Case } from '../../domain/case/case.ts'
import type { Head } from '../../domain/record/chain.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import type { Approaching, Known } from '../store/locality-store.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { type Acting, authorise, countsDeeds, noSuchCase } from './access.ts'
import type { Api } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './case-request.ts'
import { inParts, partOfExport } from './in-parts.ts'
import { parsed } from './request.ts'
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

interface Seen extends Acting {
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
  document(app, `/api/cases/{caseId}${row.path}`, {
    ...row,
    tag: 'Views',
    params: caseIdParam,
    headers: row.unversioned ? {} : caseEtag,
    content: json(row.answer),
  })
  if (row.large) app.get(`/api/cases/:caseId${row.path}`, inParts)
  app.get(`/api/cases/:caseId${row.path}`, signedInOnCase(row.load), async (c) => {
    const { known, theCase, register } = caseRequest(c)
    const { query } = await parsed(c.req, { query: row.query })
    const acting = authorise(known, row.name, theCase)
    const body = await row.view(theCase, { ...acting, known, register, deps: deps(), query })
    const versioned = !row.unversioned && countsDeeds(known, theCase)
    return c.json(body, 200, versioned ? { etag: `"${theCase.head.sequence}"` } : {})
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
  document(app, row.path, { ...row, tag: 'Views', content: json(row.answer) })
  if (row.large) app.get(row.path, inParts)
  app.get(row.path, signedIn, async (c) => {
    const { query } = await parsed(c.req, { query: row.query })
    return c.json(await row.view({ known: c.get('known'), deps: deps(), query }))
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
  const aboutOne = row.path.includes('{caseId}')
  const params = aboutOne ? { params: caseIdParam } : {}
  document(app, row.path, { ...row, ...params, tag: 'Public', content: json(row.answer) })
  app.get(row.path.replace('{caseId}', ':caseId'), async (c) => {
    const caseId = aboutOne ? publicCaseId(c) : ''
    const { query } = await parsed(c.req, { query: row.query })
    return c.json(await row.view({ deps: deps(), caseId, query }))
  })
}

/** A file to keep: its bytes, or a stream of them. */
export interface File {
  name: string
  type: 'application/pdf' | 'application/zip' | 'application/json'
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
}

/** One file made of a case: one row is its route and its entry in the OpenAPI document. */
interface CaseFile {
  /** The action in the access policies. */
  name: string
  path: string
  summary: string
  type: File['type']
  /** It may be more than Lambda answers with. */
  large?: true
  load?: KeyedNoun[]
  file(theCase: Case, seen: Seen): Promise<File>
}

/** Adds `GET /api/cases/{caseId}<path>`, which answers with a file. */
export function caseFile(app: Api, row: CaseFile): void {
  document(app, `/api/cases/{caseId}${row.path}`, {
    ...row,
    tag: 'Views',
    params: caseIdParam,
    ...(row.large && { query: partOfExport }),
    content: fileOf(row.type),
  })
  if (row.large) app.get(`/api/cases/:caseId${row.path}`, inParts)
  app.get(`/api/cases/:caseId${row.path}`, signedInOnCase(row.load), async (c) => {
    const { known, theCase, register } = caseRequest(c)
    return sent(await row.file(theCase, { ...authorise(known, row.name, theCase), known, register, deps: deps() }))
  })
}

/** One file for everybody, without sign-in. */
interface PublicFile extends Pick<CaseFile, 'name' | 'path' | 'summary' | 'type'> {
  file(seen: { deps: Deps; caseId: string }): Promise<File>
}

/** Adds `GET <path>` without sign-in, which answers with a file. */
export function publicFile(app: Api, row: PublicFile): void {
  document(app, row.path, { ...row, tag: 'Public', params: caseIdParam, content: fileOf(row.type) })
  app.get(row.path.replace('{caseId}', ':caseId'), async (c) =>
    sent(await row.file({ deps: deps(), caseId: publicCaseId(c) })),
  )
}

/** @throws Refusal `NotFound` for what can be no case's */
function publicCaseId(c: Context): string {
  const caseId = c.req.param('caseId')
  if (!caseIdParam.safeParse({ caseId }).success) throw noSuchCase()
  return caseId ?? ''
}

const fileOf = (type: File['type']): ZodContentObject => ({ [type]: { schema: z.any() } })

/** Its name says what it is, so that it can be kept as it comes. */
const sent = ({ name, type, body }: File): Response =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })

/** How many rows a page has. */
export const pageLimit = z.coerce.number().int().min(1).max(100).default(50)

/** A page of a list. */
export const pageQuery = z.object({
  limit: pageLimit,
  after: z.string().min(1).max(300).optional().meta({ description: '`next` of the page before' }),
})

export const noQuery = z.object({})

/** What the OpenAPI document tells of a view or a file. */
interface Documented {
  name: string
  summary: string
  tag: 'Views' | 'Public'
  params?: z.ZodObject
  query?: z.ZodObject
  headers?: Partial<typeof caseEtag>
  content: ZodContentObject
}

function document(app: Api, path: string, row: Documented): void {
  const { name, summary, tag, params, query, headers = {}, content } = row
  const isPublic = tag === 'Public'
  app.described.push({
    method: 'get',
    path,
    operationId: name,
    summary,
    tags: [tag],
    ...(isPublic ? {} : { security: [{ signIn: [] }] }),
    request: { ...(query && { query }), ...(params && { params }) },
    responses: {
      200: { description: summary, headers, content },
      ...(isPublic ? publicProblems : viewProblems),
    },
  })
}
