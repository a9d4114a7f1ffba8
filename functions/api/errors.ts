import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { type Fault, Refusal, type RefusalCode } from '../../domain/refusal.ts'
import * as z from '../../domain/zod.ts'
import { logger } from '../runtime/log.ts'

/** What each refusal is in HTTP. */
export const statusOf: Record<RefusalCode, ContentfulStatusCode> = {
  Invalid: 422,
  NotFound: 404,
  NotSignedIn: 401,
  NotAllowed: 403,
  WrongStage: 409,
  CasePaused: 409,
  CaseEnded: 409,
  CaseMovedOn: 409,
  TooEarly: 409,
  DeclareFirst: 409,
  DeclareInterests: 409,
  TooLate: 409,
  AlreadyDone: 409,
  Stale: 412,
  NoQuorum: 409,
  NoPanelPossible: 409,
  Busy: 503,
}

export const titles: Record<RefusalCode, string> = {
  Invalid: 'Some of what you sent is not valid',
  NotFound: 'There is nothing here',
  NotSignedIn: 'Sign in first',
  NotAllowed: 'You cannot do this',
  WrongStage: 'The case is not at that stage',
  CasePaused: 'The case is paused',
  CaseEnded: 'The case has ended',
  CaseMovedOn: 'The case has moved on',
  TooEarly: 'It is too early for this',
  DeclareFirst: 'Declare your interests first',
  DeclareInterests: 'Declare your interests first',
  TooLate: 'It is too late for this',
  AlreadyDone: 'This has already been done',
  Stale: 'Somebody else has changed it',
  NoQuorum: 'There is no quorum',
  NoPanelPossible: 'No panel is possible',
  Busy: 'Too busy',
}

export const faultsSchema = z.array(z.object({ pointer: z.string(), detail: z.string() }))

/** Problem details (RFC 9457); `faults` lists everything wrong with the input, each with a JSON Pointer to it. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:redesign-panels:refusal:TooLate' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What happened, why, and what to do' }),
    code: z.string(),
    faults: faultsSchema.optional(),
  })
  .meta({ id: 'Problem' })

/** The most faults that an answer lists: nobody corrects more at once, and an answer has a limited size. */
export const MOST_FAULTS = 100

export function problem(
  c: Context,
  code: string,
  title: string,
  status: ContentfulStatusCode,
  detail: string,
  faults: Fault[] = [],
) {
  const body = {
    type: `urn:redesign-panels:refusal:${code}`,
    title,
    status,
    detail,
    code,
    ...(faults.length > 0 && { faults: faults.slice(0, MOST_FAULTS).map(told) }),
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** RFC 6901. */
const pointer = (path: (string | number)[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const told = ({ path, message }: Fault) => ({ pointer: pointer(path), detail: message })

export function onError(error: Error, c: Context): Response {
  if (error instanceof Refusal) {
    if (error.code === 'NotSignedIn') c.header('www-authenticate', 'Bearer')
    if (error.code === 'Busy') c.header('retry-after', '1')
    return problem(c, error.code, titles[error.code], statusOf[error.code], error.message, error.faults)
  }
  if (error instanceof HTTPException && error.status < 500)
    return problem(
      c,
      'Invalid',
      titles.Invalid,
      error.status as ContentfulStatusCode,
      `${error.message}. Nothing was changed.`,
    )
  logger.error('A request failed.', error)
  return problem(
    c,
    'Failed',
    'Something went wrong',
    500,
    'Something went wrong on our side. Nothing was changed. Try again in a moment.',
  )
}

/** Every fault of an input at once. */
export const invalid = (error: ZodError): Refusal => needsCorrecting(faultsIn(error))

/** @param faults at least one */
export function needsCorrecting(faults: Fault[]): Refusal {
  const count = faults.length === 1 ? 'One thing needs' : `${faults.length} things need`
  return new Refusal('Invalid', `${count} correcting. Nothing was changed.`, faults)
}

export function faultsIn(error: ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...path, key], message: 'There is no such field' }))
      : [{ path, message: issue.message }]
  })
}

/** Faults as an answer says them. */
export const faultsTold = (faults: Fault[]) => faults.map(told)
