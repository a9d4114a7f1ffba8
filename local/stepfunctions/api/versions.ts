import { limits } from '../limits.ts'
import type { AliasRow, MachineRow, VersionRow } from '../store/machine-store.ts'
import { ApiError } from './api-error.ts'
import { readArn } from './arn.ts'
import { checkName, type Input } from './input.ts'
import { knownMachine } from './machines.ts'
import { type Answer, type Desk, type Operation, seconds } from './operation.ts'
import { pageToken, positionIn } from './page-token.ts'

const arn = { most: 256 }
const description = { least: 0, most: limits.description }

/** The newest version when it already is this revision, as on AWS; otherwise a new one. */
export function publish(desk: Desk, machine: MachineRow, text: string | undefined): VersionRow {
  const [newest] = desk.machines.versions(machine.arn, Number.MAX_SAFE_INTEGER, 1)
  if (newest?.revision === machine.revision) return newest
  if (desk.machines.versions(machine.arn, Number.MAX_SAFE_INTEGER, limits.versions).length >= limits.versions) {
    throw new ApiError('ServiceQuotaExceededException', `A state machine has at most ${limits.versions} versions`)
  }
  const number = machine.versions + 1
  const version: VersionRow = {
    arn: `${machine.arn}:${number}`,
    machine: machine.arn,
    number,
    definition: machine.definition,
    role_arn: machine.role_arn,
    revision: machine.revision,
    description: text ?? null,
    created: desk.now(),
  }
  desk.machines.putVersion(version)
  desk.machines.putMachine({ ...machine, versions: number })
  return version
}

export const publishStateMachineVersion: Operation = (input, desk) => {
  const machine = knownMachine(desk, input.text('stateMachineArn', arn))
  const revision = input.optionalText('revisionId', { most: 256 })
  const current = machine.revision || 'INITIAL'
  if (revision !== undefined && revision !== current) {
    throw new ApiError(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${revision}. The current State Machine revision is ${current}.`,
    )
  }
  const version = desk.executions.commit(() => publish(desk, machine, input.optionalText('description', description)))
  return { creationDate: seconds(version.created), stateMachineVersionArn: version.arn }
}

export const listStateMachineVersions: Operation = (input, desk) => {
  const machine = knownMachine(desk, input.text('stateMachineArn', arn))
  const size = input.pageSize()
  const rows = desk.machines.versions(machine.arn, positionIn(input, 'versions', Number.MAX_SAFE_INTEGER), size + 1)
  const page = rows.slice(0, size)
  return {
    stateMachineVersions: page.map((row) => ({ stateMachineVersionArn: row.arn, creationDate: seconds(row.created) })),
    ...(rows.length > size && { nextToken: pageToken('versions', page.at(-1)?.number ?? 0) }),
  }
}

export const deleteStateMachineVersion: Operation = (input, desk) => {
  const own = input.text('stateMachineVersionArn', { most: 2_000 })
  const { rest } = readArn(own, 'stateMachine')
  if (rest === undefined || !/^\d+$/.test(rest)) throw new ApiError('InvalidArn', `Invalid Arn: '${own}'`)
  const version = desk.machines.version(own)
  if (!version) return {}
  const users = desk.machines
    .aliases(version.machine, '', limits.aliases)
    .filter((alias) => alias.routing.includes(`"${own}"`))
  if (users.length > 0) {
    const names = users.map((alias) => alias.name).join(', ')
    throw new ApiError(
      'ConflictException',
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${names}]`,
    )
  }
  desk.machines.deleteVersion(own)
  return {}
}

export const createStateMachineAlias: Operation = (input, desk) => {
  const name = input.text('name', { most: limits.name })
  if (!/^(?=.*[A-Za-z_.-])[A-Za-z0-9_.-]+$/.test(checkName(name)))
    throw new ApiError('InvalidName', `Invalid Name: '${name}'`)
  const routing = routingIn(input, desk)
  const machine = machineOfRouting(desk, routing)
  const own = `${machine.arn}:${name}`
  return desk.executions.commit(() => {
    const now = desk.now()
    const row: AliasRow = {
      arn: own,
      machine: machine.arn,
      name,
      description: input.optionalText('description', description) ?? null,
      routing: JSON.stringify(routing),
      created: now,
      updated: now,
    }
    const known = desk.machines.alias(own)
    if (known && (known.routing !== row.routing || known.description !== row.description)) {
      throw new ApiError(
        'ConflictException',
        'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
      )
    }
    if (!known && desk.machines.aliases(machine.arn, '', limits.aliases).length >= limits.aliases) {
      throw new ApiError('ServiceQuotaExceededException', `A state machine has at most ${limits.aliases} aliases`)
    }
    if (!known) desk.machines.putAlias(row)
    return { stateMachineAliasArn: own, creationDate: seconds(known?.created ?? now) }
  })
}

export const updateStateMachineAlias: Operation = (input, desk) => {
  const row = knownAlias(desk, input)
  const routing = input.raw('routingConfiguration') === undefined ? undefined : routingIn(input, desk)
  const text = input.optionalText('description', description)
  if (routing && machineOfRouting(desk, routing).arn !== row.machine)
    throw wrongRouting('must be versions of the alias’s own state machine')
  const updated = desk.now()
  desk.machines.putAlias({
    ...row,
    routing: routing ? JSON.stringify(routing) : row.routing,
    description: text ?? row.description,
    updated,
  })
  return { updateDate: seconds(updated) }
}

export const describeStateMachineAlias: Operation = (input, desk) => {
  const row = knownAlias(desk, input)
  return {
    stateMachineAliasArn: row.arn,
    name: row.name,
    ...(row.description !== null && { description: row.description }),
    routingConfiguration: JSON.parse(row.routing) as Answer,
    creationDate: seconds(row.created),
    updateDate: seconds(row.updated),
  }
}

export const listStateMachineAliases: Operation = (input, desk) => {
  const asked = input.text('stateMachineArn', arn)
  const machine = knownMachine(desk, asked)
  const size = input.pageSize()
  const rows = desk.machines.aliases(machine.arn, positionIn(input, 'aliases', ''), size + 1)
  const page = rows.slice(0, size)
  return {
    stateMachineAliases: page
      .filter((row) => asked === machine.arn || row.routing.includes(`"${asked}"`))
      .map((row) => ({ stateMachineAliasArn: row.arn, creationDate: seconds(row.created) })),
    ...(rows.length > size && { nextToken: pageToken('aliases', page.at(-1)?.name ?? '') }),
  }
}

export const deleteStateMachineAlias: Operation = (input, desk) => {
  desk.machines.deleteAlias(knownAlias(desk, input).arn)
  return {}
}

export interface Route {
  stateMachineVersionArn: string
  weight: number
}

function routingIn(input: Input, desk: Desk): Route[] {
  const given = input.raw('routingConfiguration')
  if (!Array.isArray(given) || given.length < 1 || given.length > 2) throw wrongRouting('has one or two versions')
  const routes = given as Route[]
  if (routes.some(({ weight }) => !Number.isInteger(weight) || weight < 0 || weight > 100))
    throw wrongRouting('has weights from 0 to 100')
  if (routes.reduce((sum, { weight }) => sum + weight, 0) !== 100) throw wrongRouting('has weights that add up to 100')
  if (new Set(routes.map((route) => route.stateMachineVersionArn)).size !== routes.length)
    throw wrongRouting('names each version once')
  for (const { stateMachineVersionArn: version } of routes) {
    if (typeof version !== 'string' || !desk.machines.version(version))
      throw wrongRouting(`names a version that does not exist: ${String(version)}`)
  }
  return routes.map(({ stateMachineVersionArn, weight }) => ({ stateMachineVersionArn, weight }))
}

function machineOfRouting(desk: Desk, routes: Route[]): MachineRow {
  const machines = new Set(routes.map((route) => desk.machines.version(route.stateMachineVersionArn)?.machine))
  const [own] = machines
  if (own === undefined || machines.size > 1) throw wrongRouting('names versions of one state machine')
  return knownMachine(desk, own)
}

function wrongRouting(what: string): ApiError {
  return new ApiError('ValidationException', `The routing configuration ${what}`, {
    reason: 'INVALID_ROUTING_CONFIGURATION',
  })
}

function knownAlias(desk: Desk, input: Input): AliasRow {
  const own = input.text('stateMachineAliasArn', arn)
  readArn(own, 'stateMachine')
  const row = desk.machines.alias(own)
  if (!row)
    throw new ApiError('ResourceNotFound', 'Request references a resource that does not exist.', {
      resourceName: own,
    })
  return row
}
