import { randomBytes } from 'node:crypto'
import { isSecretariat, type Person } from '../../../domain/locality/locality.ts'
import { notYetHeld } from '../../../domain/proposal/consulted.ts'
import { submitProposal } from '../../../domain/proposal/decide.ts'
import { checkDraft } from '../../../domain/proposal/draft.ts'
import { type ProposalForm, proposalDraftSchema } from '../../../domain/proposal/proposal.ts'
import { digest } from '../../../domain/record/chain.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as z from '../../../domain/zod.ts'
import { type Deps, deps } from '../../runtime/deps.ts'
import { mustBeAttached, removeDetached } from '../../store/attachment-store.ts'
import { findCase } from '../../store/case-store.ts'
import { commit } from '../../store/commit.ts'
import {
  deleteDraft,
  draftGone,
  findDraft,
  type ProposalDraft,
  readDraft,
  readDrafts,
  saveDraft,
} from '../../store/draft-store.ts'
import { eventsSince } from '../../store/event-store.ts'
import type { Known } from '../../store/locality-store.ts'
import { ConditionFailed, Conflict } from '../../store/transaction.ts'
import { authorise, quotedTo } from '../access.ts'
import { actorConditions, holding } from '../actor-conditions.ts'
import { type Api, route } from '../api.ts'
import { draftIdParam } from '../case-request.ts'
import { doneSchema } from '../command.ts'
import { faultsIn, faultsSchema, faultsTold, needsCorrecting } from '../errors.ts'
import { versionHad } from '../numbers.ts'
import { etag, json, problems } from '../responses.ts'
import { signedIn } from '../sign-in.ts'

/** What may be drafted is anything; what the form will ask for is documented with it. */
const draftForm = z
  .looseObject({})
  .pipe(proposalDraftSchema)
  .meta({
    type: 'object',
    description: 'The fields of a ProposalForm, any of them missing or unfinished',
    anyOf: [{ $ref: '#/components/schemas/ProposalForm' }, { type: 'object', additionalProperties: true }],
  })
const draftSchema = z
  .object({ id: z.string(), version: z.int(), savedAt: z.string(), form: draftForm })
  .meta({ id: 'ProposalDraft' })
/** One draft, with everything that stands between it and its submission. */
const checkedSchema = draftSchema
  .extend({ faults: faultsSchema.meta({ description: 'What has to be put right before it can be submitted' }) })
  .meta({ id: 'CheckedProposalDraft' })
const checked = (draft: ProposalDraft) => {
  const form = checkDraft(draft.form)
  const lacking = form.success ? [] : faultsIn(form.error)
  return { ...draft, faults: faultsTold([...lacking, ...notYetHeld(draft.form, deps().now())]) }
}
const common = { tag: 'Proposals', signIn: signedIn }

/** Proposals being written: saved at any point, checked when submitted. A draft becomes the case of the same identifier. */
export function draftRoutes(app: Api): void {
  route(app, {
    ...common,
    method: 'get',
    path: '/api/drafts',
    name: 'list-drafts',
    summary: 'Your drafts',
    responses: {
      200: { description: 'Drafts', content: json(z.object({ drafts: z.array(draftSchema) })) },
      ...problems,
    },
    handle: async (c) => c.json({ drafts: await readDrafts(deps(), c.get('known').person.id) }, 200),
  })
  route(app, {
    ...common,
    method: 'post',
    path: '/api/drafts',
    name: 'begin-draft',
    summary: 'Begin a proposal',
    request: {
      headers: z.object({
        'idempotency-key': z
          .string()
          .min(1)
          .max(100)
          .optional()
          .meta({ description: 'The same draft begun again under it is begun once' }),
      }),
      body: draftForm,
    },
    responses: { 201: { description: 'Begun', headers: etag, content: json(checkedSchema) }, ...problems },
    handle: async (c, { headers, body }) => {
      const { person } = authorise(c.get('known'), 'draft-proposals')
      const draft = {
        id: newId(person.id, headers['idempotency-key']),
        version: 1,
        savedAt: deps().now(),
        form: body,
      }
      await saveDraft(deps(), person.id, draft, 0)
      return c.json(checked(draft), 201, { etag: '"1"' })
    },
  })
  route(app, {
    ...common,
    method: 'get',
    path: '/api/drafts/{draftId}',
    name: 'read-draft',
    summary: 'One of your drafts',
    request: { params: draftIdParam },
    responses: { 200: { description: 'Draft', headers: etag, content: json(checkedSchema) }, ...problems },
    handle: async (c, { params }) => {
      const draft = await readDraft(deps(), c.get('known').person.id, params.draftId)
      return c.json(checked(draft), 200, { etag: `"${draft.version}"` })
    },
  })
  route(app, {
    ...common,
    method: 'put',
    path: '/api/drafts/{draftId}',
    name: 'save-draft',
    summary: 'Save a draft, over the version you had',
    request: {
      params: draftIdParam,
      headers: z.object({
        'if-match': versionHad('Say which version you had, as an ETag such as "3"'),
      }),
      body: draftForm,
    },
    responses: { 200: { description: 'Saved', headers: etag, content: json(checkedSchema) }, ...problems },
    handle: async (c, { params, headers, body }) => {
      const { person } = authorise(c.get('known'), 'draft-proposals')
      const over = headers['if-match']
      const { draftId: id } = params
      const draft = { id, version: over + 1, savedAt: deps().now(), form: body }
      const before = await saveDraft(deps(), person.id, draft, over)
      await removeDetached(deps(), id, before?.form, draft.form)
      return c.json(checked(draft), 200, { etag: `"${draft.version}"` })
    },
  })
  route(app, {
    ...common,
    method: 'delete',
    path: '/api/drafts/{draftId}',
    name: 'delete-draft',
    summary: 'Delete a draft',
    request: { params: draftIdParam },
    responses: { 204: { description: 'Deleted' }, ...problems },
    handle: async (c, { params }) => {
      const { draftId } = params
      const before = await deleteDraft(deps(), c.get('known').person.id, draftId)
      await removeDetached(deps(), draftId, before?.form)
      return c.body(null, 204)
    },
  })
  route(app, {
    ...common,
    method: 'post',
    path: '/api/drafts/{draftId}/submit',
    name: 'submit-proposal',
    summary: 'Submit a draft: every missing thing is said at once',
    request: { params: draftIdParam },
    responses: { 201: { description: 'Submitted', content: json(doneSchema) }, ...problems },
    handle: async (c, { params }) => c.json(await submitted(deps(), c.get('known'), params.draftId), 201),
  })
}

/** The draft becomes the case of the same identifier. @throws Refusal `Invalid` with everything it lacks, or `Stale` */
async function submitted(given: Deps, known: Known, caseId: string): Promise<z.output<typeof doneSchema>> {
  const { person, as } = authorise(known, 'draft-proposals')
  const draft = await findDraft(given, person.id, caseId)
  if (!draft) return submittedBefore(given, known, caseId)
  const form = checkDraft(draft.form)
  const early = notYetHeld(draft.form, given.now())
  if (!form.success) throw needsCorrecting([...faultsIn(form.error), ...early])
  if (early.length > 0) throw needsCorrecting(early)
  mustBeTheirs(person, form.data)
  await mustBeAttached(given, caseId, form.data)
  const circumstances = { by: { person: person.id, as }, at: given.now() }
  const events = submitProposal(form.data, person.id, circumstances)
  const conditions = actorConditions(given, { person, as }, caseId)
  try {
    const { head } = await holding(conditions, () =>
      commit(given, {
        ...{ caseId, before: undefined, events, ...circumstances },
        also: () => [...conditions, draftGone(given, person.id, draft)],
      }),
    )
    return { caseId, head, events: events.map(({ type }) => type) }
  } catch (error) {
    if (error instanceof ConditionFailed || error instanceof Conflict)
      throw new Refusal(
        'Stale',
        'This draft was changed or submitted elsewhere while you were submitting it. Load it again.',
      )
    throw error
  }
}

/** Submitting again what was submitted, because the answer was lost, is submitting it once. */
async function submittedBefore(given: Deps, known: Known, caseId: string): Promise<z.output<typeof doneSchema>> {
  const theCase = known.exclusions.has(caseId) ? undefined : await findCase(given, caseId)
  if (theCase?.proposal.submittedBy !== known.person.id)
    throw new Refusal('NotFound', 'This draft does not exist. It may have been deleted.')
  const entries = await eventsSince(given, caseId, 0)
  const first = entries.filter(({ at }) => at === entries[0]?.at)
  return { caseId, head: quotedTo(known, theCase), events: first.map(({ type }) => type) }
}

/** Random; under an idempotency key, the same for the same person and key. */
const newId = (personId: string, key: string | undefined): string =>
  `c${key === undefined ? randomBytes(6).toString('hex') : digest([personId, key]).slice(0, 12)}`

/** People propose for their own practice or organisation; the company’s staff for bodies that have no sign-in. */
function mustBeTheirs(person: Person, { proposer }: ProposalForm): void {
  const theirs =
    (proposer.kind === 'practice' && proposer.practiceId === person.practiceId) ||
    (proposer.kind === 'provider' && proposer.organisationId === person.organisationId) ||
    (proposer.kind === 'other' && person.roles.some(isSecretariat))
  if (theirs) return
  throw new Refusal('Invalid', 'You can propose for your own practice or organisation.', [
    { path: ['proposer'], message: 'Choose your own practice or organisation' },
  ])
}
