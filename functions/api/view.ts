import type { Case } from '../../domain/case/case.ts'
import type { Head } from '../../domain/record/chain.ts'
import { Refusal } from '../../domain/refusal.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import type { Approaching, Known } from '../store/locality-store.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { type Acting, authorise, countsDeeds } from './access.ts'
import type { Api } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './command.ts'
import { invalid } from './errors.ts'
import { inParts, partOfExport } from './in-parts.ts'
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
    tags: ['Views'],
    params: caseIdParam,
    headers: row.unversioned ? {} : caseEtag,
  })
  if (row.large) app.get(`/api/cases/:caseId${row.path}`, inParts)
  app.get(`/api/cases/:caseId${row.path}`, signedInOnCase(row.load), async (c) => {
    const { known, theCase, register } = caseRequest(c)
    const query = readQuery(row.query, c.req.query())
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
  document(app, row.path, { ...row, tags: ['Views'] })
  if (row.large) app.get(row.path, inParts)
  app.get(row.path, signedIn, async (c) =>
    c.json(await row.view({ known: c.get('known'), deps: deps(), query: readQuery(row.query, c.req.query()) })),
  )
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
  document(app, row.path, { ...row, tags: ['Public'], ...(aboutOne && { params: caseIdParam }) })
  app.get(row.path.replace('{caseId}', ':caseId'), async (c) => {
    const caseId = c.req.param('caseId') ?? ''
    if (aboutOne && !caseIdParam.safeParse({ caseId }).success) throw new Refusal('NotFound', 'There is no such case.')
    return c.json(await row.view({ deps: deps(), caseId, query: readQuery(row.query, c.req.query()) }))
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
  documentFile(app, `/api/cases/{caseId}${row.path}`, row, 'Views')
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
  documentFile(app, row.path, row, 'Public')
  app.get(row.path.replace('{caseId}', ':caseId'), async (c) => {
    const caseId = c.req.param('caseId') ?? ''
    if (!caseIdParam.safeParse({ caseId }).success) throw new Refusal('NotFound', 'There is no such case.')
    return sent(await row.file({ deps: deps(), caseId }))
  })
}

/** Its name says what it is, so that it can be kept as it comes. */
const sent = ({ name, type, body }: File): Response =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })

function documentFile(
  app: Api,
  path: string,
  { name, summary, type, large }: Pick<CaseFile, 'name' | 'summary' | 'type' | 'large'>,
  tag: 'Views' | 'Public',
): void {
  const isPublic = tag === 'Public'
  app.described.push({
    method: 'get',
    path,
    operationId: name,
    summary,
    tags: [tag],
    ...(isPublic ? {} : { security: [{ signIn: [] }] }),
    request: { params: caseIdParam, ...(large && { query: partOfExport }) },
    responses: {
      200: { description: summary, content: { [type]: { schema: z.any() } } },
      ...(isPublic ? publicProblems : viewProblems),
    },
  })
}

/** A page of a list. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().min(1).max(300).optional().meta({ description: '`next` of the page before' }),
})

export const noQuery = z.object({})

export function readQuery<Query extends z.ZodObject>(schema: Query, given: Record<string, string>): z.output<Query> {
  const query = schema.safeParse(given)
  if (!query.success) throw invalid(query.error)
  return query.data
}

interface Documented {
  name: string
  summary: string
  tags: string[]
  query: z.ZodObject
  answer: z.ZodType
  params?: z.ZodObject
  headers?: Partial<typeof caseEtag>
}

function document(app: Api, path: string, row: Documented): void {
  const { name, summary, tags, query, answer, params, headers = {} } = row
  const isPublic = tags.includes('Public')
  app.described.push({
    method: 'get',
    path,
    operationId: name,
    summary,
    tags,
    ...(isPublic ? {} : { security: [{ signIn: [] }] }),
    request: { query, ...(params && { params }) },
    responses: {
      200: { description: summary, headers, content: json(answer) },
      ...(isPublic ? publicProblems : viewProblems),
    },
  })
}
