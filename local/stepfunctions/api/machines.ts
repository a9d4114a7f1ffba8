import { randomUUID } from 'node:crypto'
import { ApiError } from '../api-error.ts'
import { inOneLine } from '../asl/diagnostics.ts'
import { readDefinition } from '../asl/validate.ts'
import { limits } from '../limits.ts'
import type { MachineRow, VersionRow } from '../store/machine-store.ts'
import { baseArn, machineArn, readArn } from './arn.ts'
import { checkName, Input } from './input.ts'
import { type Answer, type Desk, type Operation, seconds } from './operation.ts'
import { pageIn, pageToken } from './page-token.ts'
import { allowedTags, tagsIn } from './tags.ts'
import { publish } from './versions.ts'

const arn = { most: 256 }

export const createStateMachine: Operation = (input, desk) => {
  const name = checkName(input.text('name', { most: limits.name }))
  const definition = checkedDefinition(input.text('definition', { most: limits.definition }))
  const roleArn = checkedRole(input.text('roleArn', arn))
  const type = input.choice('type', ['STANDARD', 'EXPRESS'])
  if (type === 'EXPRESS')
    throw new ApiError('StateMachineTypeNotSupported', 'Only state machines of type STANDARD are supported')
  const own = machineArn(desk.region, desk.account, name)
  const settings = settingsIn(input, defaultSettings)
  const tags = allowedTags(tagsIn(input))
  return desk.executions.commit(() => {
    const id = desk.machines.keepDefinition(definition)
    const known = desk.machines.machine(own)
    if (known) checkActive(known)
    // Another role or other tags do not count, and are not taken over: so it is on AWS.
    if (known && (known.definition !== id || known.settings !== settings)) {
      throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${own}'`)
    }
    const now = desk.now()
    const row: MachineRow = known ?? {
      arn: own,
      name,
      role_arn: roleArn,
      definition: id,
      revision: '',
      created: now,
      updated: now,
      versions: 0,
      settings,
      tags: JSON.stringify(tags),
      deleting: 0,
    }
    if (!known) desk.machines.putMachine(row)
    const version = published(input, desk, row)
    return {
      stateMachineArn: own,
      creationDate: seconds(row.created),
      ...(version && { stateMachineVersionArn: version.arn }),
    }
  })
}

export const updateStateMachine: Operation = (input, desk) => {
  const own = input.text('stateMachineArn', arn)
  const given = input.optionalText('definition', { most: limits.definition })
  const roleArn = input.optionalText('roleArn', arn)
  return desk.executions.commit(() => {
    const row = activeMachine(desk, own)
    if (row.arn !== own) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${own}'`)
    if (roleArn !== undefined) checkedRole(roleArn)
    const settings = settingsIn(input, row.settings)
    const told = settingNames.some((name) => input.raw(name) != null)
    if (given === undefined && roleArn === undefined && !told) {
      throw new ApiError(
        'MissingRequiredParameter',
        'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
      )
    }
    const next: MachineRow = {
      ...row,
      definition: given === undefined ? row.definition : desk.machines.keepDefinition(checkedDefinition(given)),
      role_arn: roleArn ?? row.role_arn,
      settings,
      updated: desk.now(),
    }
    const changed =
      next.definition !== row.definition || next.role_arn !== row.role_arn || next.settings !== row.settings
    if (changed) next.revision = randomUUID()
    desk.machines.putMachine(next)
    const version = published(input, desk, next)
    return {
      updateDate: seconds(next.updated),
      ...(changed && { revisionId: next.revision }),
      ...(version && { stateMachineVersionArn: version.arn }),
    }
  })
}

export const describeStateMachine: Operation = (input, desk) => {
  const asked = input.text('stateMachineArn', arn)
  const row = knownMachine(desk, asked)
  const { rest } = readArn(asked, 'stateMachine')
  const version = rest === undefined ? undefined : desk.machines.version(asked)
  if (rest !== undefined && !version)
    throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${asked}'`)
  const shown = version ?? row
  return {
    stateMachineArn: asked,
    name: row.name,
    status: row.deleting ? 'DELETING' : 'ACTIVE',
    definition: definitionFor(input, desk.machines.definition(shown.definition)),
    roleArn: shown.role_arn,
    type: 'STANDARD',
    creationDate: seconds(shown.created),
    ...(JSON.parse(row.settings) as Answer),
    // A machine that was never updated has none.
    ...(shown.revision !== '' && { revisionId: shown.revision }),
    ...(version?.description != null && { description: version.description }),
  }
}

export const describeStateMachineForExecution: Operation = (input, desk) => {
  const asked = input.text('executionArn', arn)
  readArn(asked, 'execution')
  const row = desk.executions.byArn(asked)
  if (!row) throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${asked}'`)
  const machine = desk.machines.machine(row.machine)
  return {
    stateMachineArn: row.machine,
    name: row.machine.split(':').at(-1),
    definition: definitionFor(input, desk.machines.definition(row.definition)),
    roleArn: row.role_arn,
    updateDate: seconds(machine?.updated ?? row.started),
    ...(JSON.parse(machine?.settings ?? defaultSettings) as Answer),
  }
}

export const listStateMachines: Operation = (input, desk) => {
  const { size, from } = pageIn(input, 'machines', '')
  const rows = desk.machines.machines(from, size + 1)
  const page = rows.slice(0, size)
  return {
    stateMachines: page.map((row) => ({
      stateMachineArn: row.arn,
      name: row.name,
      type: 'STANDARD',
      creationDate: seconds(row.created),
    })),
    ...(rows.length > size && { nextToken: pageToken('machines', page.at(-1)?.arn ?? '') }),
  }
}

/** Its executions are ended at their next step. Deleting what is not there is no error on AWS. */
export const deleteStateMachine: Operation = (input, desk) => {
  const own = input.text('stateMachineArn', arn)
  if (readArn(own, 'stateMachine').rest !== undefined) {
    throw new ApiError('ValidationException', `A version or an alias is deleted by an operation of its own: '${own}'`)
  }
  desk.deletions.begin(own)
  return {}
}

export const validateStateMachineDefinition: Operation = (input) => {
  const read = readDefinition(input.text('definition', { most: limits.definition }))
  const diagnostics = 'diagnostics' in read ? read.diagnostics : []
  const most = input.integer('maxResults', 100, 100) || 100
  // No diagnostic here is a mere warning, nor does any depend on the type.
  input.choice('severity', ['ERROR', 'WARNING'])
  input.choice('type', ['STANDARD', 'EXPRESS'])
  return {
    result: diagnostics.length === 0 ? 'OK' : 'FAIL',
    diagnostics: diagnostics.slice(0, most),
    truncated: diagnostics.length > most,
  }
}

/** The text of a definition, for who asks for more than METADATA_ONLY. */
function definitionFor(input: Input, definition: string): string {
  return input.choice('includedData', ['ALL_DATA', 'METADATA_ONLY']) === 'METADATA_ONLY' ? '{}' : definition
}

/** The machine an ARN names, also by one of its versions or aliases. */
export function knownMachine(desk: Desk, asked: string): MachineRow {
  const row = desk.machines.machine(baseArn(asked))
  if (!row) throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${asked}'`)
  return row
}

/** The same, unless it is being deleted. */
export function activeMachine(desk: Desk, asked: string): MachineRow {
  const row = knownMachine(desk, asked)
  checkActive(row)
  return row
}

export function checkActive({ arn: own, deleting }: MachineRow): void {
  if (deleting) throw new ApiError('StateMachineDeleting', `State Machine Deleting: '${own}'`)
}

function checkedRole(role: string): string {
  if (/^arn:[^:]+:iam::\d*:role\/.+$/.test(role)) return role
  throw new ApiError('InvalidArn', `Invalid Role Arn: '${role}'`)
}

function checkedDefinition(text: string): string {
  const read = readDefinition(text)
  if ('definition' in read) return text
  throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: '${inOneLine(read.diagnostics)}'`)
}

const defaultSettings = JSON.stringify({
  loggingConfiguration: { level: 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: false },
})

function published(input: Input, desk: Desk, row: MachineRow): VersionRow | undefined {
  const description = input.optionalText('versionDescription', { least: 0, most: limits.description })
  if (input.flag('publish')) return publish(desk, row, description)
  if (description === undefined) return undefined
  throw new ApiError('ValidationException', 'Version description can only be set when publish is true')
}

const settingNames = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration']

/** Kept and given back; nothing is logged to or traced in AWS from here. */
function settingsIn(input: Input, otherwise: string): string {
  const settings = JSON.parse(otherwise) as Answer
  for (const name of settingNames) {
    const given = input.object(name)
    if (given !== undefined) settings[name] = given
  }
  checkLogging(new Input(settings['loggingConfiguration']))
  return JSON.stringify(settings)
}

function checkLogging(logging: Input): void {
  const level = logging.choice('level', ['ALL', 'ERROR', 'FATAL', 'OFF']) ?? 'OFF'
  const destinations = logging.list('destinations') ?? []
  if (destinations.length === 1 || (level === 'OFF' && destinations.length === 0)) return
  throw new ApiError(
    'InvalidLoggingConfiguration',
    'Invalid Logging Configuration: Must specify exactly one Log Destination.',
  )
}
