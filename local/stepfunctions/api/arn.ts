import { ApiError } from '../api-error.ts'

/** What an ARN of Step Functions names. */
export interface Arn {
  region: string
  account: string
  kind: 'stateMachine' | 'execution'
  machine: string
  /** The version number or alias of a state machine, or the name of an execution. */
  rest: string | undefined
}

export function readArn(text: string, expected: Arn['kind']): Arn {
  const parts = /^arn:aws(?:-[a-z-]+)?:states:([a-z0-9-]*):(\d*):([A-Za-z]+):(.+)$/.exec(text)
  if (!parts) throw invalid(text.startsWith('arn:') ? text : `Invalid ARN prefix: ${text}`)
  const [, region = '', account = '', kind = '', name = ''] = parts
  if (kind !== expected) throw invalid(`Resource type not valid in this context: ${kind.toLowerCase()}`)
  const [machine = '', rest, more] = name.split(':')
  if (more !== undefined || (expected === 'execution' && !rest)) throw invalid(text)
  return { region, account, kind: expected, machine, rest }
}

export function machineArn(region: string, account: string, name: string): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${name}`
}

/** The state machine's own ARN, of one that may name a version or an alias. */
export function baseArn(text: string): string {
  const { region, account, machine } = readArn(text, 'stateMachine')
  return machineArn(region, account, machine)
}

function invalid(what: string): ApiError {
  return new ApiError('InvalidArn', `Invalid Arn: '${what}'`)
}
