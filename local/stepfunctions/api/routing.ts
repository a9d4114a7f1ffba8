import { ApiError } from '../api-error.ts'
import { isObject } from '../json.ts'
import type { MachineRow } from '../store/machine-store.ts'
import type { Input } from './input.ts'
import { activeMachine } from './machines.ts'
import type { Desk } from './operation.ts'

/** One of the versions an alias leads to, and how often of 100 times. */
export interface Route {
  stateMachineVersionArn: string
  weight: number
}

/** Where an alias is to lead: one or two versions of one state machine. */
export function routingIn(input: Input, desk: Desk): { routes: Route[]; machine: MachineRow } {
  const routes = routesIn(input.raw('routingConfiguration'))
  const arns = routes.map((route) => route.stateMachineVersionArn)
  const received = `Received: [${arns.join(', ')}]`
  if (new Set(arns).size < arns.length) {
    throw wrong(`Routing configuration must contain distinct state machine version ARNs. ${received}`)
  }
  const weights = routes.map((route) => route.weight)
  if (weights.reduce((sum, weight) => sum + weight, 0) !== 100) {
    throw wrong(`Sum of routing configuration weights must equal 100. Received: [${weights.join(', ')}]`)
  }
  const machines = new Set(arns.map((arn) => desk.machines.version(arn)?.machine))
  const [own] = machines
  if (own === undefined || machines.has(undefined)) {
    throw wrong(`Routing configuration must contain state machine version ARNs. ${received}`)
  }
  if (machines.size > 1) throw wrong(`Routing configuration must contain versions of one state machine. ${received}`)
  return { routes, machine: activeMachine(desk, own) }
}

function routesIn(given: unknown): Route[] {
  const list = Array.isArray(given) ? given : []
  if (list.length < 1) throw outOfBounds('[]', '', 'length greater than or equal to 1')
  const routes = list.map((item: unknown): Route => {
    const { stateMachineVersionArn: arn, weight } = isObject(item) ? (item as Partial<Route>) : {}
    if (typeof arn !== 'string' || typeof weight !== 'number' || !Number.isInteger(weight)) {
      throw new ApiError('SerializationException', 'A route has a version and a whole number as its weight')
    }
    return { stateMachineVersionArn: arn, weight }
  })
  if (routes.length > 2) {
    const shown = routes.map(
      (route) =>
        `RoutingConfigurationListItem(stateMachineVersionArn=${route.stateMachineVersionArn}, weight=${route.weight})`,
    )
    throw outOfBounds(`[${shown.join(', ')}]`, '', 'length less than or equal to 2')
  }
  for (const [index, { weight }] of routes.entries()) {
    const at = `.${index + 1}.member.weight`
    if (weight < 0) throw outOfBounds(String(weight), at, 'value greater than or equal to 0')
    if (weight > 100) throw outOfBounds(String(weight), at, 'value less than or equal to 100')
  }
  return routes
}

function outOfBounds(value: string, at: string, constraint: string): ApiError {
  const where = `'routingConfiguration${at}'`
  return wrong(
    `1 validation error detected: Value '${value}' at ${where} failed to satisfy constraint: Member must have ${constraint}`,
  )
}

function wrong(message: string): ApiError {
  return new ApiError('ValidationException', message, { reason: 'INVALID_ROUTING_CONFIGURATION' })
}
