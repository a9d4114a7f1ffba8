import { ApiError } from '../api-error.ts'
import { limits } from '../limits.ts'
import type { MachineRow, VersionRow } from '../store/machine-store.ts'
import { readArn } from './arn.ts'
import { activeMachine, knownMachine } from './machines.ts'
import { type Desk, type Operation, seconds } from './operation.ts'
import { pageIn, pageToken } from './page-token.ts'

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
  const machine = activeMachine(desk, input.text('stateMachineArn', arn))
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
  const { size, from } = pageIn(input, 'versions', Number.MAX_SAFE_INTEGER)
  const rows = desk.machines.versions(machine.arn, from, size + 1)
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
  const users = desk.machines.aliases(version.machine).filter((alias) => alias.routing.includes(`"${own}"`))
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
