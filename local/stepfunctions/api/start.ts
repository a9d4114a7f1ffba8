import { ApiError } from '../api-error.ts'
import type { Machines } from '../engine/machines.ts'
import type { StartRequest } from '../engine/services.ts'
import { sizeOf } from '../json.ts'
import { readJson } from '../json-text.ts'
import { limits } from '../limits.ts'
import type { ExecutionStore } from '../store/execution-store.ts'
import type { MachineStore } from '../store/machine-store.ts'
import type { ExecutionRow } from '../store/rows.ts'
import { machineArn, readArn } from './arn.ts'
import { checkName } from './input.ts'
import { checkActive } from './machines.ts'
import type { Route } from './routing.ts'

interface Places {
  machines: MachineStore
  definitions: Machines
  executions: ExecutionStore
  now(): number
  random(): number
}

/**
 * The row of a new execution. Starting again by the same name with the same input while it runs gives the running one;
 * the name of another execution is refused (ExecutionAlreadyExists), as on AWS.
 */
export function prepareStart(
  request: StartRequest,
  places: Places,
): { row: Omit<ExecutionRow, 'id'>; existing?: ExecutionRow } {
  const target = resolve(request.target, places)
  const name = checkName(request.name)
  if (name.length > limits.name) throw new ApiError('InvalidName', `Invalid Name: '${name}'`)
  if (sizeOf(request.input) > limits.stateData) {
    throw invalidInput('The size of the input exceeds the maximum number of bytes service limit.')
  }
  const read = request.input === '' ? { problem: 'Invalid execution input.' } : readJson(request.input)
  if ('problem' in read) throw invalidInput(read.problem)
  const { region, account, machine } = readArn(target.machine, 'stateMachine')
  const arn = `arn:aws:states:${region}:${account}:execution:${machine}:${name}`
  const started = places.now()
  const { TimeoutSeconds: timeout } = places.definitions.get(target.definition).definition
  const row = {
    arn,
    machine: target.machine,
    version: target.version,
    alias: target.alias,
    name,
    definition: target.definition,
    role_arn: target.roleArn,
    status: 'RUNNING' as const,
    input: request.input,
    output: null,
    error: null,
    cause: null,
    trace_header: request.traceHeader,
    started,
    stopped: null,
    redrives: 0,
    redriven: null,
    last_event: 1,
    last_at: started,
    due: timeout === undefined ? null : started + timeout * 1_000,
    redrive_tokens: null,
  }
  const known = places.executions.byArn(arn)
  if (!known) return { row }
  if (known.status === 'RUNNING' && sameJson(known.input, request.input)) return { row, existing: known }
  throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`)
}

interface Target {
  machine: string
  definition: number
  roleArn: string
  version: string | null
  alias: string | null
}

/** A state machine as it is now, one of its versions, or the version that an alias leads to this time. */
function resolve(arn: string, places: Places): Target {
  const { region, account, machine, rest } = readArn(arn, 'stateMachine')
  const missing = new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
  if (rest === undefined) {
    const row = places.machines.machine(arn)
    if (!row) throw missing
    checkActive(row)
    return { machine: arn, definition: row.definition, roleArn: row.role_arn, version: null, alias: null }
  }
  const alias = places.machines.alias(arn)
  const version = places.machines.version(alias ? drawn(JSON.parse(alias.routing) as Route[], places.random()) : arn)
  const row = places.machines.machine(machineArn(region, account, machine))
  if (!version || !row) throw missing
  checkActive(row)
  return {
    machine: machineArn(region, account, machine),
    definition: version.definition,
    roleArn: version.role_arn,
    version: version.arn,
    alias: alias?.arn ?? null,
  }
}

function drawn([first, second]: Route[], random: number): string {
  const chosen = second === undefined || random * 100 < (first?.weight ?? 0) ? first : second
  return chosen?.stateMachineVersionArn ?? ''
}

function sameJson(one: string, other: string): boolean {
  return one === other || JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other))
}

function invalidInput(problem: string): ApiError {
  return new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`)
}
