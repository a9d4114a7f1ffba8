import { ApiError } from '../api-error.ts'
import { limits } from '../limits.ts'
import type { AliasRow } from '../store/machine-store.ts'
import { readArn } from './arn.ts'
import type { Input } from './input.ts'
import { knownMachine } from './machines.ts'
import { type Answer, type Desk, type Operation, seconds } from './operation.ts'
import { pageIn, pageToken } from './page-token.ts'
import { routingIn } from './routing.ts'

const arn = { most: 256 }
const description = { least: 0, most: limits.description }
const namePattern = /^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/

export const createStateMachineAlias: Operation = (input, desk) => {
  const name = input.text('name', { most: limits.name })
  if (!namePattern.test(name)) {
    throw new ApiError(
      'ValidationException',
      `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$`,
    )
  }
  const { routes: routing, machine } = routingIn(input, desk)
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
    if (!known && desk.machines.aliases(machine.arn).length >= limits.aliases) {
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
  if (!routing && text === undefined) {
    throw new ApiError(
      'MissingRequiredParameter',
      'Either the description or the RoutingConfiguration must be specified',
    )
  }
  if (routing && routing.machine.arn !== row.machine) {
    throw new ApiError('ValidationException', `Routing configuration must contain versions of ${row.machine}`)
  }
  const updated = desk.now()
  desk.machines.putAlias({
    ...row,
    routing: routing ? JSON.stringify(routing.routes) : row.routing,
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
  const { size, from } = pageIn(input, 'aliases', '')
  const rows = desk.machines
    .aliases(machine.arn)
    .filter((row) => placeOf(row) > from && (asked === machine.arn || row.routing.includes(`"${asked}"`)))
  const page = rows.slice(0, size)
  return {
    stateMachineAliases: page.map((row) => ({ stateMachineAliasArn: row.arn, creationDate: seconds(row.created) })),
    ...(rows.length > size && { nextToken: pageToken('aliases', page.map(placeOf).at(-1) ?? '') }),
  }
}

/** In the order in which aliases are listed: as they were made. */
function placeOf({ created, name }: AliasRow): string {
  return `${String(created).padStart(15, '0')} ${name}`
}

/** Deleting what is not there is no error on AWS. */
export const deleteStateMachineAlias: Operation = (input, desk) => {
  const own = input.text('stateMachineAliasArn', arn)
  readArn(own, 'stateMachine')
  desk.machines.deleteAlias(own)
  return {}
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
