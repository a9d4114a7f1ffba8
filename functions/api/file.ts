import type { Case } from '../../domain/case/case.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { authorise } from './access.ts'
import { type Api, route } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './case-request.ts'
import { partOfExport } from './in-parts.ts'
import { publicProblems, viewProblems } from './responses.ts'
import type { Seen } from './view.ts'

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
  route(app, {
    ...{ name: row.name, method: 'get', path: `/api/cases/{caseId}${row.path}`, summary: row.summary, tag: 'Views' },
    signIn: signedInOnCase(row.load),
    large: row.large,
    request: { params: caseIdParam, query: row.large && partOfExport },
    responses: { 200: fileOf(row), ...viewProblems },
    handle: async (c) => {
      const { known, theCase, register } = caseRequest(c)
      return sent(await row.file(theCase, { ...authorise(known, row.name, theCase), known, register, deps: deps() }))
    },
  })
}

/** One file for everybody, without sign-in. */
interface PublicFile extends Pick<CaseFile, 'name' | 'path' | 'summary' | 'type'> {
  file(seen: { deps: Deps; caseId: string }): Promise<File>
}

/** Adds `GET <path>` without sign-in, which answers with a file. */
export function publicFile(app: Api, row: PublicFile): void {
  route(app, {
    ...{ name: row.name, method: 'get', path: row.path, summary: row.summary, tag: 'Public' },
    request: { params: caseIdParam },
    responses: { 200: fileOf(row), ...publicProblems },
    handle: async (_, { params: { caseId } }) => sent(await row.file({ deps: deps(), caseId })),
  })
}

const fileOf = ({ summary, type }: Pick<CaseFile, 'summary' | 'type'>) => ({
  description: summary,
  content: { [type]: { schema: z.any() } },
})

/** Its name says what it is, so that it can be kept as it comes. */
const sent = ({ name, type, body }: File): Response =>
  new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
