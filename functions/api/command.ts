import type { Capacity } from '../../domain/case/capacity.ts'
import type { Case, CaseState } from '../../domain/case/case.ts'
import type { CaseEvent, Circumstances } from '../../domain/case/event.ts'
import { type Head, hashSchema } from '../../domain/record/chain.ts'
import { mustBeFreeToDecideAlone } from '../../domain/renewal/renewal.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { commit } from '../store/commit.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import { ConditionFailed, Conflict, untilNobodyElseWrote, type Write } from '../store/transaction.ts'
import { type Acting, authorise, headAfterOwnDeed, quotedTo } from './access.ts'
import { actorConditions, actorRefusal } from './actor-conditions.ts'
import type { Api } from './api.ts'
import { caseIdParam, caseRequest, type FoundCaseRequest, lookedUpAgain, signedInOnCase } from './case-request.ts'
import { mustBeFresh } from './fresh.ts'
import { doneOnce, type Once, onceWrite } from './idempotency.ts'
import { versionHad } from './numbers.ts'
import { parsed } from './request.ts'
import { json, problems } from './responses.ts'
import { mustBeFitToTakePart } from './taking-part.ts'

/** What a command is decided with: who acts, in what capacity, when; and the world, for what must be looked up first. */
export interface Command extends Circumstances, Acting {
  deps: Deps
  /** Where the register of interests stood when its sender was looked up. */
  register: Head
  /** Further writes of the same transaction, such as a condition that a decision rests on which looked further than the case. */
  also: Write[]
}

/** One command on a case: one row is its route, its body, its entry in the OpenAPI document, and its decision. */
export interface CaseCommand<Body extends z.ZodType, Prepared = undefined> {
  /** The action in the access policies, and the last part of the path. */
  name: string
  summary: string
  body: Body
  decide(theCase: Case, body: z.output<Body>, command: Command, prepared: Prepared): CaseEvent[] | Promise<CaseEvent[]>
  /** Work that takes long and gives the same however often the command is decided: done once for a request. */
  prepare?(theCase: Case, body: z.output<Body>, command: Command): Promise<Prepared>
  /** Nouns of many entries that the decision reads. */
  load?: KeyedNoun[]
  /** The command takes part in the panel although whoever sends it is no member yet. */
  takesPart?: true
  /** The capacities that decide it alone, without sitting on the panel: like members, they must have declared their interests. */
  decidesAlone?: readonly Capacity[]
  /** What of the state must not be kept any longer once the events are written. */
  redact?(theCase: Case, body: z.output<Body>, command: Command): Promise<(state: CaseState) => CaseState>
  /** Writes that go with the events, in the same transaction; when a condition of theirs fails, it is decided again. */
  also?(theCase: Case, body: z.output<Body>, command: Command, events: CaseEvent[]): Write[]
  /** What the person is told besides the new head, such as a receipt. */
  answer?(theCase: Case, body: z.output<Body>, command: Command): Record<string, unknown>
}

/** The names of every command, in the order they were declared. */
export const commandNames: string[] = []

export const commandHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'The same command sent again under it is done once' }),
  'if-match': versionHad().optional().meta({ description: 'Refuse when the case has changed since this version' }),
})

export const doneSchema = z
  .looseObject({
    caseId: z.string(),
    head: z.object({ sequence: z.int().optional(), hash: hashSchema }).meta({
      description: 'The head of the record: keep it. Whoever may not see what others do is given no number.',
    }),
    events: z.array(z.string()),
  })
  .meta({ id: 'Done' })

/** Adds `POST /api/cases/{caseId}/<name>`. */
export function caseCommand<Body extends z.ZodType, Prepared = undefined>(
  app: Api,
  row: CaseCommand<Body, Prepared>,
): void {
  commandNames.push(row.name)
  app.described.push({
    method: 'post',
    path: `/api/cases/{caseId}/${row.name}`,
    operationId: row.name,
    summary: row.summary,
    tags: ['Commands'],
    security: [{ signIn: [] }],
    request: {
      params: caseIdParam,
      headers: commandHeaders,
      body: { required: true, content: json(row.body) },
    },
    responses: { 200: { description: 'Done', content: json(doneSchema) }, ...problems },
  })
  app.post(`/api/cases/:caseId/${row.name}`, signedInOnCase(row.load), async (c) => {
    const request = caseRequest(c)
    const { headers, body } = await parsed(c.req, { headers: commandHeaders, body: row.body })
    const caseId = request.theCase.id
    const personId = request.known.person.id
    const key = headers['idempotency-key']
    const once = key === undefined ? undefined : { personId, key, request: { caseId, name: row.name, body } }
    const versionRead = headers['if-match']
    return c.json(await doneOnce(deps(), once, () => perform(row, { request, body, once, versionRead })))
  })
}

/** A command as it was sent. */
interface Sent<Body extends z.ZodType> {
  request: FoundCaseRequest
  body: z.output<Body>
  once: Once | undefined
  /** The version of the case that its sender had read, where they say so. */
  versionRead: number | undefined
}

/** Decides a command and commits what was decided; where somebody else wrote first, again from the newest state of the case. */
async function perform<Body extends z.ZodType, Prepared>(
  row: CaseCommand<Body, Prepared>,
  { request: sent, body, once, versionRead }: Sent<Body>,
): Promise<unknown> {
  const given = deps()
  const caseId = sent.theCase.id
  let newest: FoundCaseRequest | undefined = sent
  let preparing: Promise<Prepared> | undefined
  return untilNobodyElseWrote(async () => {
    const { known, register, theCase } = newest ?? (await lookedUpAgain(sent, row.load))
    newest = undefined
    const acting = authorise(known, row.name, theCase)
    if (versionRead !== undefined) await mustBeFresh(given, known, theCase, versionRead)
    const alone = row.decidesAlone?.includes(acting.as)
    if (row.takesPart || alone || acting.as === 'panel-member' || acting.as === 'chair')
      await mustBeFitToTakePart(given, { known, theCase, register }, acting, row.name)
    if (alone) mustBeFreeToDecideAlone(theCase, acting.person.id)
    const command: Command = {
      ...acting,
      by: { person: acting.person.id, as: acting.as },
      at: given.now(),
      deps: given,
      register,
      also: [],
    }
    preparing ??= row.prepare?.(theCase, body, command)
    const events = await row.decide(theCase, body, command, (await preparing) as Prepared)
    const answerOf = (after: Case) => ({
      caseId,
      head: events.length > 0 ? headAfterOwnDeed(known, theCase, after) : quotedTo(known, after),
      events: events.map((event) => event.type),
      ...row.answer?.(after, body, command),
    })
    const redact = await row.redact?.(theCase, body, command)
    const conditions = actorConditions(given, acting, caseId)
    const also = [...command.also, ...(row.also?.(theCase, body, command, events) ?? [])]
    try {
      const after = await commit(given, {
        caseId,
        before: theCase,
        events,
        ...command,
        ...(redact && { redact }),
        also: (after) => [...conditions, ...also, ...(once ? [onceWrite(given, once, answerOf(after))] : [])],
      })
      return answerOf(after)
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      if (error.index < conditions.length) throw actorRefusal(error.index)
      if (error.index < conditions.length + also.length)
        throw new Conflict('What goes with the events was changed while this was decided.')
      throw error
    }
  })
}
