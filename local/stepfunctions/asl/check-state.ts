import { isObject } from '../json.ts'
import { expressionIn } from '../query/expression.ts'
import { checkExpressions } from './check-expressions.ts'
import { checkAssign, checkFields, checkNumber, checkSeconds, type Raw } from './check-fields.ts'
import { checkCatch, checkChoices, checkRetry, type Go } from './check-rules.ts'
import type { StateType } from './definition.ts'
import type { Diagnostics } from './diagnostics.ts'
import * as known from './fields.ts'
import { argumentsOf, integrationOf } from './resource.ts'
import { offsetDateTime } from './timestamp.ts'

/** Checks one state, apart from the states inside it. */
export function checkState(raw: Raw, at: string, go: Go, found: Diagnostics): void {
  const type = raw['Type'] as StateType
  checkFields(raw, known.stateFields[type], known.requiredFields[type], at, found)
  if (type !== 'Choice' && type !== 'Succeed' && type !== 'Fail') checkOnward(raw, at, go, found)
  checkRetry(raw['Retry'], `${at}/Retry`, found)
  checkCatch(raw['Catch'], `${at}/Catch`, go, found)
  if (type === 'Task') checkTask(raw, at, found)
  if (type === 'Wait') checkWait(raw, at, found)
  if (type === 'Parallel' && Array.isArray(raw['Branches']) && raw['Branches'].length === 0) {
    found.schema('At least one branch is required', `${at}/Branches`)
  }
  if (type === 'Choice') {
    checkChoices(raw['Choices'], `${at}/Choices`, go, found)
    if (raw['Default'] !== undefined) go(raw['Default'], `${at}/Default`)
  }
  if (type === 'Map') checkMap(raw, at, found)
  checkAssign(raw['Assign'], `${at}/Assign`, found)
  const result = type === 'Task' || type === 'Parallel' || type === 'Map' ? 'result' : undefined
  for (const field of ['Assign', 'Output']) checkExpressions(raw[field], `${at}/${field}`, result, found)
  for (const field of expressionFields) checkExpressions(raw[field], `${at}/${field}`, undefined, found)
}

/** Beside Assign and Output. */
const expressionFields = [
  'Arguments',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'Credentials',
  'Seconds',
  'Timestamp',
  'Error',
  'Cause',
  'Items',
  'ItemSelector',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
]

function checkOnward(raw: Raw, at: string, go: Go, found: Diagnostics): void {
  const { Next: next, End: end } = raw as { Next?: unknown; End?: unknown }
  if (next === undefined && end !== true) found.schema('These fields are required: one of [Next, End]', at)
  if (next !== undefined && end === true) {
    found.schema('There should only be one of the following fields: [Next, End]', at)
  }
  if (next !== undefined) go(next, `${at}/Next`)
}

function checkTask(raw: Raw, at: string, found: Diagnostics): void {
  const {
    Resource: resource,
    TimeoutSeconds: timeout,
    HeartbeatSeconds: heartbeat,
    Arguments: given,
  } = raw as Raw & {
    Resource?: unknown
    TimeoutSeconds?: unknown
    HeartbeatSeconds?: unknown
    Arguments?: unknown
  }
  checkSeconds(timeout, `${at}/TimeoutSeconds`, 1, found)
  checkSeconds(heartbeat, `${at}/HeartbeatSeconds`, 1, found)
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout) {
    found.schema('HeartbeatSeconds must be smaller than TimeoutSeconds', `${at}/HeartbeatSeconds`)
  }
  checkCredentials(raw['Credentials'], `${at}/Credentials`, found)
  if (typeof resource !== 'string') return
  const integration = integrationOf(resource)
  if (integration) checkArguments(given, argumentsOf(integration), `${at}/Arguments`, found)
  else found.schema(`Resource is not covered: ${resource.slice(0, 256)}`, `${at}/Resource`)
}

const credentials: known.Fields = { RoleArn: 'text or expression' }

function checkCredentials(given: unknown, at: string, found: Diagnostics): void {
  if (isObject(given)) checkFields(given, credentials, ['RoleArn'], at, found)
}

function checkArguments(given: unknown, allowed: readonly string[] | undefined, at: string, found: Diagnostics): void {
  if (allowed === undefined || (typeof given === 'string' && expressionIn(given) !== undefined)) return
  const required = String(allowed[0])
  if (!isObject(given) || given[required] === undefined) found.schema(`These fields are required: [${required}]`, at)
  for (const name of isObject(given) ? Object.keys(given) : []) {
    if (!allowed.includes(name)) found.schema(`Field '${name}' is not supported`, `${at}/${name}`)
  }
}

function checkMap(raw: Raw, at: string, found: Diagnostics): void {
  for (const name of ['MaxConcurrency', 'ToleratedFailureCount']) {
    checkNumber(raw[name], `${at}/${name}`, { least: 0 }, found)
  }
  const name = 'ToleratedFailurePercentage'
  checkNumber(raw[name], `${at}/${name}`, { least: 0, most: 100, fraction: true }, found)
}

function checkWait(raw: Raw, at: string, found: Diagnostics): void {
  const { Seconds: seconds, Timestamp: timestamp } = raw as { Seconds?: unknown; Timestamp?: unknown }
  const both = seconds !== undefined && timestamp !== undefined
  if (both) found.schema('There should only be one of the following fields: [Seconds, Timestamp]', at)
  if (seconds === undefined && timestamp === undefined) {
    found.schema('These fields are required: one of [Seconds, Timestamp]', at)
  }
  checkSeconds(seconds, `${at}/Seconds`, 0, found)
  if (typeof timestamp !== 'string' || expressionIn(timestamp) !== undefined) return
  if (offsetDateTime(timestamp) === undefined || timestamp !== timestamp.toUpperCase()) {
    found.schema('Value is not an ISO-8601 extended offset date-time', `${at}/Timestamp`)
  }
}
