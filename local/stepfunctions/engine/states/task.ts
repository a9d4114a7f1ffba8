import { randomBytes } from 'node:crypto'
import type { TaskState } from '../../asl/definition.ts'
import { functionIn, type Integration, integrationOf } from '../../asl/resource.ts'
import { isJsonObject, type Json, sizeOf } from '../../json.ts'
import { limits } from '../../limits.ts'
import { queryError, wrongType } from '../field.ts'
import { StateError } from '../state-error.ts'
import { onward, tooLarge, type Visit } from '../visit.ts'
import { type Outcome, record } from './task-events.ts'
import { beginExecution } from './task-execution.ts'

export type TaskVisit = Visit<TaskState>

/** Schedules the task; its work begins once that is committed. */
export async function task(visit: TaskVisit): Promise<void> {
  visit.enter()
  const { state, thread, live } = visit
  const integration = integrationOfTask(visit)
  const nonce = waitsForToken(integration) ? randomBytes(9).toString('base64url') : undefined
  const token = nonce === undefined ? undefined : visit.services.tokens.make({ thread: thread.key, nonce })
  const parameters =
    state.Arguments === undefined
      ? thread.input
      : await visit.query(state.Arguments, 'Arguments', token === undefined ? {} : { token })
  const timeout = await seconds(visit, 'TimeoutSeconds')
  const heartbeat = await seconds(visit, 'HeartbeatSeconds')
  const role = await roleOf(visit)
  if (sizeOf(JSON.stringify(parameters)) > limits.stateData) throw tooLarge(nameOf(integration))
  const scheduled = record.scheduled(visit, integration, parameters, { timeout, heartbeat, role })
  record.started(visit, integration)
  live.change(
    thread,
    { phase: 'invoking' },
    {
      scheduled,
      ...(nonce === undefined ? {} : { nonce }),
      ...(timeout === undefined ? {} : { timeout: visit.now + timeout * 1_000 }),
      ...(heartbeat === undefined
        ? {}
        : { heartbeat: visit.now + heartbeat * 1_000, heartbeatEvery: heartbeat * 1_000 }),
    },
  )
  setTimer(visit)
  live.after(() => launch(visit, integration, parameters))
}

/** Does a scheduled task's work; after a crash, once more. */
export function launch(visit: TaskVisit, integration: Integration, parameters: Json): void {
  const { services, live, thread } = visit
  if (integration.kind === 'execution') return void services.ready(live, thread)
  if (integration.service === 'function')
    return void services.invoke(live, thread, functionIn(integration.resource), parameters)
  const { Payload: payload = {} } = isJsonObject(parameters) ? parameters : {}
  services.invoke(live, thread, functionAsked(parameters), payload)
}

/** What FunctionName and Qualifier of lambda:invoke name together. */
function functionAsked(parameters: Json): { name: string; qualifier: string | undefined } {
  const { FunctionName: text, Qualifier: qualifier } = isJsonObject(parameters) ? parameters : {}
  const { name, qualifier: own } = functionIn(typeof text === 'string' ? text : '')
  return { name, qualifier: typeof qualifier === 'string' ? qualifier : own }
}

/** After a crash: the call may have been made, and is made again. A second …Started event marks it in the history. */
export function relaunch(visit: TaskVisit, parameters: Json): void {
  const integration = integrationOfTask(visit)
  if (integration.kind === 'lambda') record.started(visit, integration)
  visit.live.after(() => launch(visit, integration, parameters))
}

/** The step in which a scheduled startExecution is carried out. */
export function begin(visit: TaskVisit, parameters: Json): Promise<void> {
  const integration = integrationOfTask(visit)
  if (integration.kind !== 'execution') return Promise.resolve()
  return beginExecution(visit, integration, parameters)
}

/** The function has answered. */
export async function invoked(visit: TaskVisit, outcome: Outcome, qualifier: string | undefined): Promise<void> {
  const integration = integrationOfTask(visit)
  if (!('result' in outcome)) return failTask(visit, integration, outcome)
  const result =
    integration.kind === 'lambda' && integration.service === 'lambda'
      ? invokeResult(outcome.result, outcome.executedVersion ?? versionIn(qualifier))
      : outcome.result
  if (!waitsForToken(integration)) return finishTask(visit, integration, result)
  record.submitted(visit, integration, result)
  visit.live.change(visit.thread, { phase: 'token' })
}

/** SendTaskSuccess or SendTaskFailure. */
export async function answered(visit: TaskVisit, outcome: Outcome): Promise<void> {
  const integration = integrationOfTask(visit)
  if ('result' in outcome) return finishTask(visit, integration, outcome.result)
  failTask(visit, integration, outcome)
}

export async function finishTask(visit: TaskVisit, integration: Integration, result: Json): Promise<void> {
  if (sizeOf(JSON.stringify(result)) > limits.stateData) {
    const { error, causeText } = tooLarge(nameOf(integration))
    return failTask(visit, integration, { error, cause: causeText })
  }
  record.succeeded(visit, integration, result)
  visit.live.change(visit.thread, { due: null })
  await visit.leave({ ...onward(visit.state), otherwise: result, extra: { result } })
}

export function failTask(
  visit: TaskVisit,
  integration: Integration,
  failure: { error?: string | undefined; cause?: string | undefined },
): never {
  record.failed(visit, integration, failure)
  throw new StateError(failure.error, failure.cause)
}

export function timedOut(visit: TaskVisit): never {
  const { timeout = Number.POSITIVE_INFINITY, heartbeat = Number.POSITIVE_INFINITY } = visit.thread.memo
  const error = new StateError('States.Timeout', undefined)
  // A missed heartbeat is reported as a timeout too; Retry and Catch may tell it by its other name.
  if (heartbeat < timeout) error.alias = 'States.HeartbeatTimeout'
  record.timedOut(visit, integrationOfTask(visit), 'States.Timeout')
  throw error
}

export function heartbeat(visit: TaskVisit): void {
  const every = visit.thread.memo.heartbeatEvery
  if (every === undefined) return
  visit.live.change(visit.thread, {}, { heartbeat: visit.now + every })
  setTimer(visit)
}

export function integrationOfTask(visit: TaskVisit): Integration {
  const integration = integrationOf(visit.state.Resource)
  if (!integration) throw new Error(`No integration for ${visit.state.Resource}`)
  return integration
}

/** What AWS calls a task in States.DataLimitExceeded. */
function nameOf(integration: Integration): string {
  if (integration.kind === 'execution') return 'states'
  return integration.service === 'function' ? integration.resource : 'lambda'
}

function waitsForToken(integration: Integration): boolean {
  return integration.kind === 'lambda' ? integration.token : integration.wait === 'token'
}

function setTimer(visit: TaskVisit): void {
  const { timeout, heartbeat: beat } = visit.thread.memo
  const due = Math.min(timeout ?? Number.POSITIVE_INFINITY, beat ?? Number.POSITIVE_INFINITY)
  if (due === Number.POSITIVE_INFINITY) return
  visit.live.change(visit.thread, { due })
  visit.services.timerSet(due)
}

async function roleOf(visit: TaskVisit): Promise<string | undefined> {
  const given = visit.state.Credentials?.RoleArn
  if (given === undefined) return undefined
  const found = await visit.query(given, 'Credentials/RoleArn')
  if (typeof found === 'string') return found
  throw wrongType(given, 'Credentials/RoleArn', 'string', found, visit.scope())
}

async function seconds(visit: TaskVisit, field: 'TimeoutSeconds' | 'HeartbeatSeconds'): Promise<number | undefined> {
  const value = visit.state[field]
  if (value === undefined) return undefined
  const found = await visit.query(value, field)
  if (typeof found !== 'number') throw wrongType(value, field, 'number', found, visit.scope())
  if (Number.isInteger(found) && found >= 1 && found <= limits.timeoutSeconds) return found
  throw queryError(
    visit.scope(),
    field,
    `The ${field} field must be a positive integer up to ${limits.timeoutSeconds}: ${found}`,
  )
}

/** The version a qualifier asks for by its number; which one an alias leads to, only Lambda can tell. */
function versionIn(qualifier: string | undefined): string {
  return qualifier !== undefined && /^\d+$/.test(qualifier) ? qualifier : '$LATEST'
}

/** What lambda:invoke gives: the service's answer around the function's. */
function invokeResult(payload: Json, executedVersion: string): Json {
  return {
    ExecutedVersion: executedVersion,
    Payload: payload,
    SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
    SdkResponseMetadata: {},
    StatusCode: 200,
  }
}
