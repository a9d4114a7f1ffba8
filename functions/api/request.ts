import type { HonoRequest } from 'hono'
import * as z from '../../domain/zod.ts'
import { invalid } from './errors.ts'
import { jsonBody } from './json-body.ts'

/** The parts of a request, and how each is read. */
const parts = {
  params: (request: HonoRequest): unknown => request.param(),
  query: (request: HonoRequest): unknown => request.query(),
  headers: (request: HonoRequest): unknown => request.header(),
  body: jsonBody,
}

type Part = keyof typeof parts
/** What is to be read of a request. */
export type Schemas = { [One in Exclude<Part, 'body'>]?: z.ZodObject | undefined } & { body?: z.ZodType | undefined }

/** What is read of a request, as the schemas make it. */
export type Parsed<Asked> = { [One in keyof Asked]: z.output<NonNullable<Asked[One]>> }

/** These parts of a request. @throws Refusal `Invalid` with everything wrong in all of them at once */
export async function parsed<Asked extends Schemas>(request: HonoRequest, schemas: Asked): Promise<Parsed<Asked>> {
  const issues: z.core.$ZodIssue[] = []
  const read: [string, unknown][] = []
  for (const [part, schema] of Object.entries(schemas)) {
    const found = schema?.safeParse(await parts[part as Part](request))
    read.push([part, found?.data])
    issues.push(...(found?.error?.issues ?? []))
  }
  if (issues.length > 0) throw invalid(new z.ZodError(issues))
  return Object.fromEntries(read) as Parsed<Asked>
}
