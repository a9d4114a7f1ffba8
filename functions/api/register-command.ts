import { couldBearOn } from '../../domain/conflict/could-bear-on.ts'
import { worksOf } from '../../domain/conflict/employment.ts'
import type { Register } from '../../domain/conflict/matter.ts'
import type { Person } from '../../domain/locality/locality.ts'
import { hashSchema } from '../../domain/record/chain.ts'
import { refuseUnless } from '../../domain/refusal.ts'
import { decideRegister, type RegisterCommand } from '../../domain/register/decide.ts'
import { versionOf } from '../../domain/register/export.ts'
import { evolveRegister, type RegisterEvent } from '../../domain/register/register.ts'
import type { Instant } from '../../domain/time/instant.ts'
import * as z from '../../domain/zod.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { lookAtCase } from '../store/approach-store.ts'
import { commitRegister } from '../store/commit-register.ts'
import { type Approaching, among } from '../store/locality-store.ts'
import { loadRegisterAndPeople } from '../store/register-store.ts'
import { untilNobodyElseWrote } from '../store/transaction.ts'
import { type Acting, authorise } from './access.ts'
import { holding, stillInOffice } from './actor-conditions.ts'
import { type Api, route } from './api.ts'
import { commandHeaders } from './command.ts'
import { doneOnce, type Once, onceOf, onceWrite } from './idempotency.ts'
import { json, problems } from './responses.ts'
import { signedIn } from './sign-in.ts'

/** One command on the register of interests: one row is its route, its entry in the OpenAPI document, and what it asks. */
interface RegisterRow<Body extends z.ZodType> {
  /** The action in the access policies, and the last part of the path. */
  name: string
  summary: string
  body: Body
  command(body: z.output<Body>, acting: Acting): RegisterCommand
}

/** Who enters something, and from which cases they are excluded. */
type Entitled = Acting & Pick<Approaching, 'exclusions'>

const doneSchema = z
  .object({
    register: z.string().meta({ description: 'The version of the register that this made' }),
    head: z.object({ hash: hashSchema }),
    events: z.array(z.string()),
  })
  .meta({ id: 'RegisterChanged' })

/** Adds `POST /api/register/<name>`. */
export function registerCommand<Body extends z.ZodType>(app: Api, row: RegisterRow<Body>): void {
  route(app, {
    name: row.name,
    method: 'post',
    path: `/api/register/${row.name}`,
    summary: row.summary,
    tag: 'Register',
    signIn: signedIn,
    request: { headers: commandHeaders.pick({ 'idempotency-key': true }), body: row.body },
    responses: { 200: { description: 'Done', content: json(doneSchema) }, ...problems },
    handle: async (c, { headers, body }) => {
      const { exclusions } = c.get('known')
      const acting = { ...authorise(c.get('known'), row.name), exclusions }
      const once = onceOf(acting.person, headers, { name: row.name, body })
      const command = row.command(body, acting)
      const perform = () => untilNobodyElseWrote(() => attempt(deps(), command, acting, once))
      return c.json(await doneOnce(deps(), once, perform))
    },
  })
}

/**
 * Refuses an entry by somebody who is locked out of a case on which it could bear: they would choose who sits on the panel, and
 * who is looked at (requirements §4). It tells them nothing of the case, and the other of the two who keep the register can
 * make the entry.
 */
async function mustNotSteer(
  given: Deps,
  excludedFrom: readonly string[],
  { register, people, events, at }: Entering,
): Promise<void> {
  const change = { before: register, after: evolveRegister(register, events, at), people, at }
  for (const caseId of excludedFrom)
    refuseUnless(
      !couldBearOn(await lookAtCase(given, caseId), change),
      'NotAllowed',
      'You are excluded from a case that what you enter here could touch on. Your deputy, or the person you stand in for, must do it.',
    )
}

interface Entering {
  register: Register
  people: readonly Person[]
  events: readonly RegisterEvent[]
  at: Instant
}

async function attempt(
  given: Deps,
  command: RegisterCommand,
  { person, as, exclusions }: Entitled,
  once: Once | undefined,
): Promise<unknown> {
  const at = given.now()
  const { register, people } = await loadRegisterAndPeople(given)
  const works = worksOf(people, register.organisations)
  const events = decideRegister({ ...register, works }, command, at, among(people))
  if (command.type !== 'Declare') await mustNotSteer(given, [...exclusions.keys()], { register, people, events, at })
  const types = events.map(({ type }) => type)
  const answerOf = (head: { sequence: number; hash: string }) => ({
    register: versionOf(head),
    head: { hash: head.hash },
    events: types,
  })
  const conditions = [stillInOffice(given, { person, as })]
  const head = await holding(conditions, () =>
    commitRegister(given, register, {
      ...{ events, by: { person: person.id, as }, at },
      also: (after) => [...conditions, ...(once ? [onceWrite(given, once, answerOf(after))] : [])],
    }),
  )
  return answerOf(head)
}
