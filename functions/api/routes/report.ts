import { Refusal } from '../../../domain/refusal.ts'
import { draftReport } from '../../../domain/report/draft-report.ts'
import { monthOf, spanOf } from '../../../domain/report/month.ts'
import { monthSchema, type Report, sectionsSchema } from '../../../domain/report/report.ts'
import { dayTold } from '../../../domain/time/day.ts'
import { instantSchema, londonDate } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { type Deps, deps } from '../../runtime/deps.ts'
import { loadCases } from '../../store/case-store.ts'
import { casesOpenIn, wasAnyOpenIn } from '../../store/list-store.ts'
import { type Known, loadPractices } from '../../store/locality-store.ts'
import { findReport, keepReport, readReports, sentReports } from '../../store/report-store.ts'
import { authorise } from '../access.ts'
import { type Api, route } from '../api.ts'
import { numbered, versionHad } from '../numbers.ts'
import { etag, json, problems, viewProblems } from '../responses.ts'
import { signedIn } from '../sign-in.ts'
import { noQuery, pageQuery, programmeView, publicView } from '../view.ts'

const reportAnswer = z
  .object({
    month: monthSchema,
    status: z.enum(['draft', 'sent']),
    version: z.int(),
    /** When it was drafted, kept or sent. */
    at: instantSchema,
    sections: sectionsSchema,
    leftOut: z.int().optional().meta({ description: 'Cases that you are excluded from: the deputy drafts them' }),
  })
  .meta({ id: 'Report' })
const listed = z.object({ month: monthSchema, status: z.enum(['draft', 'sent']), at: instantSchema })
const params = z.object({ month: monthSchema })
const ifMatch = z.object({
  'if-match': versionHad('Say which version you had, as an ETag such as "3"'),
})
const common = { tag: 'Reports', signIn: signedIn }

/** The monthly report to the practices: drafted from the record, edited, sent; then public. */
export function reportRoutes(app: Api): void {
  programmeView(app, {
    name: 'list-reports',
    path: '/api/reports',
    summary: 'The monthly reports that were edited or sent, newest first',
    answer: z.object({ reports: z.array(listed), next: z.string().optional() }),
    query: pageQuery,
    view: async ({ known, deps, query }) => {
      authorise(known, 'edit-report')
      const { reports, next } = await readReports(deps, query)
      return { reports: reports.map(({ month, status, at }) => ({ month, status, at })), ...(next && { next }) }
    },
  })
  publicView(app, {
    name: 'public-reports',
    path: '/api/public/reports',
    summary: 'The monthly reports that were sent, newest first',
    answer: z.object({ reports: z.array(reportAnswer) }),
    query: noQuery,
    view: async ({ deps }) => ({ reports: await sentReports(deps) }),
  })
  route(app, {
    ...common,
    method: 'get',
    path: '/api/reports/{month}',
    name: 'read-report',
    summary: 'The report of a month; drafted from the record while nobody has edited it',
    request: { params },
    responses: { 200: { description: 'Report', headers: etag, content: json(reportAnswer) }, ...viewProblems },
    handle: async (c, { params }) => {
      const known = c.get('known')
      authorise(known, 'edit-report')
      const { month } = params
      const kept = await findReport(deps(), month)
      if (kept?.status === 'draft') await mustKnowAllOf(deps(), month, known)
      const report = kept ?? (await drafted(deps(), month, known))
      return c.json(report, 200, { etag: `"${report.version}"` })
    },
  })
  route(app, {
    ...common,
    method: 'put',
    path: '/api/reports/{month}',
    name: 'edit-report',
    summary: 'Keep an edited report, over the version you had',
    request: { params, headers: ifMatch, body: sectionsSchema },
    responses: { 200: { description: 'Kept', headers: etag, content: json(reportAnswer) }, ...problems },
    handle: async (c, { params, headers, body }) => {
      authorise(c.get('known'), 'edit-report')
      const { month } = params
      const at = mustHaveBegun(month, deps().now())
      await mustKnowAllOf(deps(), month, c.get('known'))
      const version = headers['if-match'] + 1
      const report: Report = { month, status: 'draft', version, sections: body, at }
      await keepReport(deps(), report)
      return c.json(report, 200, { etag: `"${report.version}"` })
    },
  })
  route(app, {
    ...common,
    method: 'post',
    path: '/api/reports/{month}/send',
    name: 'send-report',
    summary: 'Send the saved report to everybody in the practices, and publish it; it can no longer be changed',
    request: { params, body: z.strictObject({ version: numbered }) },
    responses: { 200: { description: 'Sent', headers: etag, content: json(reportAnswer) }, ...problems },
    handle: async (c, { params, body }) => {
      authorise(c.get('known'), 'edit-report')
      const { month } = params
      const { version } = body
      await mustKnowAllOf(deps(), month, c.get('known'))
      mustBeOver(month, deps().now())
      const kept = await findReport(deps(), month)
      if (!kept)
        throw new Refusal('NotFound', 'Nobody has saved a report for this month. Check the draft and save it first.')
      const report: Report = { ...kept, status: 'sent', version: version + 1, at: deps().now() }
      // Sent again, because the answer was lost, it is sent once.
      if (kept.status === 'sent' && kept.version === report.version)
        return c.json(kept, 200, { etag: `"${kept.version}"` })
      await keepReport(deps(), report)
      return c.json(report, 200, { etag: `"${report.version}"` })
    },
  })
}

function mustHaveBegun(month: string, now: string): string {
  if (month <= monthOf(now)) return now
  throw new Refusal('TooEarly', 'This month has not begun, so there is nothing to report yet.')
}

/** What happens in the rest of a month would be in no report. */
function mustBeOver(month: string, now: string): void {
  const { until } = spanOf(month)
  if (now < until)
    throw new Refusal('TooEarly', `This month is not over. You can send its report from ${dayTold(londonDate(until))}.`)
}

/**
 * What somebody kept may tell of any case of the month: whoever is excluded from one reads, edits and sends it when it is public
 * (requirements §4, lock-out). Which cases there were in a month is public.
 */
async function mustKnowAllOf(given: Deps, month: string, { exclusions }: Known): Promise<void> {
  if (exclusions.size === 0 || !(await wasAnyOpenIn(given, exclusions.keys(), spanOf(month)))) return
  throw new Refusal(
    'NotAllowed',
    'You are excluded from a case that this report may mention. The person who deputises for you edits and sends it. You can read it once it is sent.',
  )
}

async function drafted(given: Deps, month: string, { exclusions }: Known): Promise<Report & { leftOut?: number }> {
  const at = mustHaveBegun(month, given.now())
  const ids = await casesOpenIn(given, spanOf(month))
  const theirs = ids.filter((id) => !exclusions.has(id))
  const cases = await loadCases(given, theirs)
  const names = new Map((await loadPractices(given)).map(({ id, name }) => [id, name]))
  const sections = draftReport({ month, cases, at }, (id) => names.get(id) ?? id)
  const leftOut = ids.length - theirs.length
  return { month, status: 'draft', version: 0, sections, at, ...(leftOut > 0 && { leftOut }) }
}
