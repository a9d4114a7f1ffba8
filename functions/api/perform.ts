import type { Case } from '../../domain/case/case.ts'
import type { CaseEvent } from '../../domain/case/event.ts'
import { mustBeFreeToDecideAlone } from '../../domain/renewal/renewal.ts'
import type * as z from '../../domain/zod.ts'
import { deps } from '../runtime/deps.ts'
import { commit } from '../store/commit.ts'
import { ConditionFailed, Conflict, untilNobodyElseWrote } from '../store/transaction.ts'
import { authorise, headAfterOwnDeed, quotedTo } from './access.ts'
import { actorConditions, holding } from './actor-conditions.ts'
import { type FoundCaseRequest, lookedUpAgain } from './case-request.ts'
import type { CaseCommand, Command } from './command.ts'
import { mustBeFresh } from './fresh.ts'
import { type Once, onceWrite } from './idempotency.ts'
import { mustBeFitToTakePart } from './taking-part.ts'

/** A command as it was sent. */
interface Sent<Body extends z.ZodType> {
  request: FoundCaseRequest
  body: z.output<Body>
  once: Once | undefined
  /** The version of the case that its sender had read, where they say so. */
  versionRead: number | undefined
}

/** Decides a command and commits what was decided; where somebody else wrote first, again from the newest state of the case. */
export async function perform<Body extends z.ZodType, Prepared>(
  row: CaseCommand<Body, Prepared>,
  sent: Sent<Body>,
): Promise<unknown> {
  let newest: FoundCaseRequest | undefined = sent.request
  let preparing: Promise<Prepared> | undefined
  return untilNobodyElseWrote(async () => {
    const request = newest ?? (await lookedUpAgain(sent.request, row.load))
    newest = undefined
    const command = await admitted(row, request, sent.versionRead)
    preparing ??= row.prepare?.(request.theCase, sent.body, command)
    const events = await row.decide(request.theCase, sent.body, command, (await preparing) as Prepared)
    return committed(row, { ...sent, request }, command, events)
  })
}

type AnyCommand = Pick<CaseCommand<z.ZodType>, 'name' | 'decidesAlone' | 'takesPart'>

/** Who sends it, in the capacity in which they may, now. @throws Refusal when they may not; Conflict when the case must be loaded anew */
async function admitted(row: AnyCommand, request: FoundCaseRequest, versionRead?: number): Promise<Command> {
  const { known, theCase, register } = request
  const given = deps()
  const acting = authorise(known, row.name, theCase)
  const { person, as } = acting
  if (versionRead !== undefined) await mustBeFresh(given, known, theCase, versionRead)
  const alone = row.decidesAlone?.includes(as)
  if (row.takesPart || alone || as === 'panel-member' || as === 'chair')
    await mustBeFitToTakePart(given, request, acting, row.name)
  if (alone) mustBeFreeToDecideAlone(theCase, person.id)
  return { ...acting, by: { person: person.id, as }, at: given.now(), deps: given, register, also: [] }
}

/** Writes what was decided, if whoever decided it still may. @returns what they are told */
async function committed<Body extends z.ZodType, Prepared>(
  row: CaseCommand<Body, Prepared>,
  { request: { known, theCase }, body, once }: Sent<Body>,
  command: Command,
  events: CaseEvent[],
): Promise<unknown> {
  const { deps: given, by, at } = command
  const caseId = theCase.id
  const answerOf = (after: Case) => ({
    caseId,
    head: events.length > 0 ? headAfterOwnDeed(known, theCase, after) : quotedTo(known, after),
    events: events.map(({ type }) => type),
    ...row.answer?.(after, body, command),
  })
  const redact = await row.redact?.(theCase, body, command)
  const conditions = actorConditions(given, command, caseId)
  const also = [...command.also, ...(row.also?.(theCase, body, command, events) ?? [])]
  const onceOf = (after: Case) => (once ? [onceWrite(given, once, answerOf(after))] : [])
  try {
    const after = await holding(conditions, () =>
      commit(given, {
        ...{ caseId, before: theCase, events, by, at, ...(redact && { redact }) },
        also: (after) => [...conditions, ...also, ...onceOf(after)],
      }),
    )
    return answerOf(after)
  } catch (error) {
    if (error instanceof ConditionFailed && error.index < conditions.length + also.length)
      throw new Conflict('What goes with the events was changed while this was decided.')
    throw error
  }
}
