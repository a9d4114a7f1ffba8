import { randomUUID } from 'node:crypto'
import { ApiError } from '../../api-error.ts'
import type { Integration } from '../../asl/resource.ts'
import { isJsonObject, type Json, type JsonObject, parseJson } from '../../json.ts'
import type { ExecutionRow } from '../../store/rows.ts'
import { failTask, finishTask, type TaskVisit } from './task.ts'
import { record } from './task-events.ts'

type ExecutionIntegration = Extract<Integration, { kind: 'execution' }>

/** startExecution: the new execution and this step's events are one commit. */
export async function beginExecution(
  visit: TaskVisit,
  integration: ExecutionIntegration,
  parameters: Json,
): Promise<void> {
  const { thread, live, services } = visit
  let child: ExecutionRow
  try {
    child = services.start(live, readArguments(parameters))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return failTask(visit, integration, {
      error: `StepFunctions.${error.name}Exception`,
      cause: `${error.message} (Service: AWSStepFunctions; Status Code: 400; Error Code: ${error.name}; Request ID: ${randomUUID()}; Proxy: null)`,
    })
  }
  const answer = { ExecutionArn: child.arn, StartDate: child.started, ...metadata }
  if (integration.wait === 'none') return finishTask(visit, integration, answer)
  record.submitted(visit, integration, answer)
  live.change(thread, { phase: integration.wait === 'token' ? 'token' : 'awaiting' }, { child: child.arn })
}

/** The execution waited for has closed. */
export async function executionClosed(
  visit: TaskVisit,
  integration: ExecutionIntegration,
  child: ExecutionRow,
): Promise<void> {
  if (child.status === 'SUCCEEDED') {
    return finishTask(visit, integration, describe(child, integration.wait === 'sync:2'))
  }
  failTask(visit, integration, { error: 'States.TaskFailed', cause: JSON.stringify(describe(child, false)) })
}

function readArguments(parameters: Json): { target: string; input: string; name: string; traceHeader: string | null } {
  const {
    StateMachineArn: target,
    Input: input,
    Name: name,
    TraceHeader: trace,
  } = isJsonObject(parameters) ? parameters : {}
  if (typeof target !== 'string') throw new ApiError('InvalidArn', "Invalid Arn: 'StateMachineArn is not a text'")
  const given = input === undefined || input === null ? {} : input
  return {
    target,
    input: typeof given === 'string' ? given : JSON.stringify(given),
    name: typeof name === 'string' ? name : randomUUID(),
    traceHeader: typeof trace === 'string' ? trace : null,
  }
}

/** DescribeExecution's answer as a task's result: `.sync` gives Input and Output as text, `.sync:2` parsed. */
function describe(child: ExecutionRow, parsed: boolean): JsonObject {
  const data = (text: string): Json => (parsed ? parseJson(text) : text)
  const answer: JsonObject = {}
  if (child.cause !== null) answer['Cause'] = child.cause
  if (child.error !== null) answer['Error'] = child.error
  answer['ExecutionArn'] = child.arn
  answer['Input'] = data(child.input)
  answer['InputDetails'] = { Included: true }
  answer['Name'] = child.name
  if (child.output !== null) {
    answer['Output'] = data(child.output)
    answer['OutputDetails'] = { Included: true }
  }
  answer['StartDate'] = child.started
  if (child.alias !== null) answer['StateMachineAliasArn'] = child.alias
  answer['StateMachineArn'] = child.machine
  if (child.version !== null) answer['StateMachineVersionArn'] = child.version
  answer['Status'] = child.status
  if (child.stopped !== null) answer['StopDate'] = child.stopped
  return answer
}

const metadata: JsonObject = {
  SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
  SdkResponseMetadata: {},
}
