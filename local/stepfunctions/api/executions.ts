import { randomUUID } from 'node:crypto'
import { ApiError } from '../api-error.ts'
import { redrivenBy } from '../engine/redrive.ts'
import { limits } from '../limits.ts'
import type { ExecutionRow } from '../store/rows.ts'
import { readArn } from './arn.ts'
import type { Input } from './input.ts'
import { knownMachine } from './machines.ts'
import { type Answer, type Desk, type Operation, seconds } from './operation.ts'
import { pageIn, pageToken } from './page-token.ts'

const arn = { most: 256 }

export const startExecution: Operation = (input, desk) => {
  const row = desk.engine.start({
    target: input.text('stateMachineArn', arn),
    name: input.optionalText('name', { most: limits.name }) ?? randomUUID(),
    input: input.optionalText('input', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? '{}',
    traceHeader: input.optionalText('traceHeader', { least: 0, most: 256 }) ?? null,
  })
  return { executionArn: row.arn, startDate: seconds(row.started) }
}

export const startSyncExecution: Operation = (input, desk) => {
  knownMachine(desk, input.text('stateMachineArn', arn))
  throw new ApiError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine')
}

export const describeExecution: Operation = (input, desk) => {
  const row = knownExecution(desk, input)
  const data = input.choice('includedData', ['ALL_DATA', 'METADATA_ONLY']) !== 'METADATA_ONLY'
  return {
    ...summary(row),
    ...(data && { input: row.input }),
    inputDetails: { included: data },
    ...(row.output !== null && { ...(data && { output: row.output }), outputDetails: { included: data } }),
    ...(row.error !== null && { error: row.error }),
    ...(row.cause !== null && { cause: row.cause }),
    ...(row.trace_header !== null && { traceHeader: row.trace_header }),
    ...redriveStatus(row, desk.now()),
  }
}

export const listExecutions: Operation = (input, desk) => {
  const longest = limits.executionsToken
  const { size, from: before } = pageIn(input, 'executions', Number.MAX_SAFE_INTEGER, longest)
  if (input.raw('mapRunArn') !== undefined)
    throw new ApiError('ValidationException', 'Distributed Map is not supported')
  const asked = input.text('stateMachineArn', arn)
  const machine = knownMachine(desk, asked)
  const named =
    readArn(asked, 'stateMachine').rest === undefined
      ? {}
      : desk.machines.alias(asked)
        ? { alias: asked }
        : { version: asked }
  const status = input.choice('statusFilter', [
    'SUCCEEDED',
    'TIMED_OUT',
    'PENDING_REDRIVE',
    'ABORTED',
    'FAILED',
    'RUNNING',
  ])
  const redrive = input.choice('redriveFilter', ['REDRIVEN', 'NOT_REDRIVEN'])
  const rows = desk.executions.list({
    before,
    count: size + 1,
    machine: machine.arn,
    ...named,
    status,
    redriven: redrive === undefined ? undefined : redrive === 'REDRIVEN',
  })
  const page = rows.slice(0, size)
  return {
    executions: page.map(summary),
    ...(rows.length > size && { nextToken: pageToken('executions', page.at(-1)?.id ?? 0) }),
  }
}

export const stopExecution: Operation = async (input, desk) => {
  const row = knownExecution(desk, input)
  const stopped = await desk.engine.stop(row.id, {
    error: input.optionalText('error', { least: 0, most: limits.error }),
    cause: input.optionalText('cause', { least: 0, most: limits.cause }),
  })
  return { stopDate: seconds(stopped?.row.stopped ?? desk.now()) }
}

export const redriveExecution: Operation = async (input, desk) => {
  const row = knownExecution(desk, input)
  const token = input.optionalText('clientToken', { most: 64 })
  const before = token === undefined ? undefined : redrivenBy(row, token, desk.now())
  if (before !== undefined) return { redriveDate: seconds(before) }
  const { redriveStatus: status, redriveStatusReason: reason } = redriveStatus(row, desk.now())
  if (status !== 'REDRIVABLE') throw new ApiError('ExecutionNotRedrivable', `Execution Not Redrivable: '${reason}'`)
  const redriven = await desk.engine.redrive(row.id, token)
  return { redriveDate: seconds(redriven?.row.redriven ?? desk.now()) }
}

function redriveStatus(row: ExecutionRow, now: number): { redriveStatus: string; redriveStatusReason?: string } {
  const not = (reason: string): { redriveStatus: string; redriveStatusReason: string } => ({
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: reason,
  })
  if (row.status === 'RUNNING' || row.status === 'SUCCEEDED')
    return not(`Execution is ${row.status} and cannot be redriven`)
  if (row.stopped !== null && now - row.stopped > limits.redrivableMs)
    return not('Execution is past its redrivable period and cannot be redriven')
  if (row.last_event >= limits.historyEvents - 1)
    return not('Execution history event limit exceeded and cannot be redriven')
  return { redriveStatus: 'REDRIVABLE' }
}

function summary(row: ExecutionRow): Answer {
  return {
    executionArn: row.arn,
    stateMachineArn: row.machine,
    name: row.name,
    status: row.status,
    startDate: seconds(row.started),
    ...(row.stopped !== null && { stopDate: seconds(row.stopped) }),
    ...(row.version !== null && { stateMachineVersionArn: row.version }),
    ...(row.alias !== null && { stateMachineAliasArn: row.alias }),
    redriveCount: row.redrives,
    ...(row.redriven !== null && { redriveDate: seconds(row.redriven) }),
  }
}

export function knownExecution(desk: Desk, input: Input): ExecutionRow {
  const asked = input.text('executionArn', arn)
  readArn(asked, 'execution')
  const row = desk.executions.byArn(asked)
  if (!row) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${asked}'`)
  return row
}
