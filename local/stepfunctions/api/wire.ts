import { ApiError } from '../api-error.ts'
import { limits } from '../limits.ts'
import * as aliases from './aliases.ts'
import * as executions from './executions.ts'
import { getExecutionHistory } from './history.ts'
import { Input } from './input.ts'
import * as machines from './machines.ts'
import type { Desk, Operation } from './operation.ts'
import * as tags from './tags.ts'
import * as tasks from './tasks.ts'
import * as versions from './versions.ts'

/** Every operation of the API that is covered, by the name in X-Amz-Target. */
const operations: Record<string, Operation> = {
  CreateStateMachine: machines.createStateMachine,
  UpdateStateMachine: machines.updateStateMachine,
  DescribeStateMachine: machines.describeStateMachine,
  DescribeStateMachineForExecution: machines.describeStateMachineForExecution,
  ListStateMachines: machines.listStateMachines,
  DeleteStateMachine: machines.deleteStateMachine,
  ValidateStateMachineDefinition: machines.validateStateMachineDefinition,
  ListTagsForResource: tags.listTagsForResource,
  TagResource: tags.tagResource,
  UntagResource: tags.untagResource,
  PublishStateMachineVersion: versions.publishStateMachineVersion,
  ListStateMachineVersions: versions.listStateMachineVersions,
  DeleteStateMachineVersion: versions.deleteStateMachineVersion,
  CreateStateMachineAlias: aliases.createStateMachineAlias,
  UpdateStateMachineAlias: aliases.updateStateMachineAlias,
  DescribeStateMachineAlias: aliases.describeStateMachineAlias,
  ListStateMachineAliases: aliases.listStateMachineAliases,
  DeleteStateMachineAlias: aliases.deleteStateMachineAlias,
  StartExecution: executions.startExecution,
  StartSyncExecution: executions.startSyncExecution,
  DescribeExecution: executions.describeExecution,
  ListExecutions: executions.listExecutions,
  StopExecution: executions.stopExecution,
  RedriveExecution: executions.redriveExecution,
  GetExecutionHistory: getExecutionHistory,
  SendTaskSuccess: tasks.sendTaskSuccess,
  SendTaskFailure: tasks.sendTaskFailure,
  SendTaskHeartbeat: tasks.sendTaskHeartbeat,
}

/** Answers one request of the AWS JSON 1.0 protocol, as @aws-sdk/client-sfn speaks it. */
export async function answer(
  request: Request,
  desk: Omit<Desk, 'region'>,
  region: string | undefined,
): Promise<Response> {
  try {
    const name = request.headers.get('x-amz-target')?.replace(/^AWSStepFunctions\./, '') ?? ''
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (request.method !== 'POST' || !operation) {
      throw new ApiError('UnknownOperationException', `Step Functions does not offer the operation '${name}' here`)
    }
    const input = new Input(parseBody(await readBody(request)))
    return respond(200, await operation(input, { ...desk, region: region ?? signedRegion(request) ?? 'eu-west-2' }))
  } catch (error) {
    if (error instanceof ApiError) {
      return respond(400, { __type: error.name, message: error.message, ...error.details })
    }
    console.error('Step Functions: a request failed by a fault of this program', error)
    return respond(500, {
      __type: 'InternalServerError',
      message: error instanceof Error ? error.message : String(error),
    })
  }
}

/** The region the client signed for; the signature itself is not checked, this being one machine's own. */
function signedRegion(request: Request): string | undefined {
  return /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\/states\//.exec(request.headers.get('authorization') ?? '')?.[1]
}

async function readBody(request: Request): Promise<string> {
  const tooLong = new ApiError('RequestEntityTooLargeException', `A request has at most ${limits.requestBytes} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > limits.requestBytes) throw tooLong
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > limits.requestBytes) throw tooLong
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parseBody(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new ApiError('SerializationException', 'The request is not JSON')
  }
}

function respond(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/x-amz-json-1.0' } })
}
