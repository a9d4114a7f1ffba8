import type { Context } from 'hono'
import { every } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import * as z from '../../domain/zod.ts'
import { deps } from '../runtime/deps.ts'
import { loadApproach } from '../store/approach-store.ts'
import type { Loaded } from '../store/case-store.ts'
import { loadPerson } from '../store/locality-store.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { approach, noSuchCase } from './access.ts'
import { type CaseRequest, mustBeKnown, type SignedIn, signedInAnd } from './sign-in.ts'

const caseIdSchema = z
  .string()
  .regex(/^c[0-9a-f]{12}$/, 'is not the identifier of a case')
  .meta({ example: 'c0123456789ab' })
export const caseIdParam = z.object({ caseId: caseIdSchema })

/** A draft becomes the case of the same identifier. */
export const draftIdParam = z.object({ draftId: caseIdSchema })

/** Looks up who sent a request about a case, and the case, together. Where there is none, nothing that was sent is looked at. */
export const signedInOnCase = (also: KeyedNoun[] = []) =>
  every(
    signedInAnd(async (c, personId) => {
      const caseId = c.req.param('caseId') ?? ''
      if (!caseIdParam.safeParse({ caseId }).success) return loadPerson(deps(), personId)
      const { known, ...about } = await loadApproach(deps(), personId, caseId, also)
      if (known) c.set('caseRequest', { ...about, known })
      return known
    }),
    createMiddleware<SignedIn>(async (c, next) => {
      caseRequest(c)
      await next()
    }),
  )

/** A request about a case that there is. */
export type FoundCaseRequest = CaseRequest & { theCase: Loaded }

/** Who sent this, and the case that it is about. @throws Refusal `NotFound` where there is none */
export const caseRequest = (c: Context<SignedIn>): FoundCaseRequest => withCase(c.get('caseRequest'))

function withCase(request: CaseRequest | undefined): FoundCaseRequest {
  if (!request?.theCase) throw noSuchCase()
  return { ...request, theCase: request.theCase }
}

/** The same request when somebody else wrote first: who sent it may be locked out since. */
export async function lookedUpAgain(sent: FoundCaseRequest, also: KeyedNoun[] = []): Promise<FoundCaseRequest> {
  const caseId = sent.theCase.id
  const { known: somebody, ...about } = await loadApproach(deps(), sent.known.person.id, caseId, also)
  const known = mustBeKnown(somebody)
  approach(known, caseId)
  return withCase({ ...about, known })
}
