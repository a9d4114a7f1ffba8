import type { Capacity } from '../../domain/case/capacity.ts'
import type { Case, CaseState } from '../../domain/case/case.ts'
import type { CaseEvent, Circumstances } from '../../domain/case/event.ts'
import { type Head, hashSchema } from '../../domain/record/chain.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import type { KeyedNoun } from '../store/nouns.ts'
import type { Write } from '../store/transaction.ts'
import type { Acting } from './access.ts'
import { type Api, route } from './api.ts'
import { caseIdParam, caseRequest, signedInOnCase } from './case-request.ts'
import { doneOnce, onceOf } from './idempotency.ts'
import { versionHad } from './numbers.ts'
import { perform } from './perform.ts'
import { json, problems } from './responses.ts'

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
  route(app, {
    name: row.name,
    method: 'post',
    path: `/api/cases/{caseId}/${row.name}`,
    summary: row.summary,
    tag: 'Commands',
    signIn: signedInOnCase(row.load),
    request: { params: caseIdParam, headers: commandHeaders, body: row.body },
    responses: { 200: { description: 'Done', content: json(doneSchema) }, ...problems },
    handle: async (c, { headers, body }) => {
      const request = caseRequest(c)
      const once = onceOf(request.known.person, headers, { caseId: request.theCase.id, name: row.name, body })
      const versionRead = headers['if-match']
      return c.json(await doneOnce(deps(), once, () => perform(row, { request, body, once, versionRead })))
    },
  })
}
