import {
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  type SFNClient,
} from '@aws-sdk/client-sfn'
import { deps } from '../../functions/runtime/deps.ts'

/** What one execution did. */
export interface Ran {
  /** How many events its history has. */
  events: number
  /** In order. */
  entered: Entered[]
}

export interface Entered {
  name: string
  /** It is a Task, and calls a function. */
  calls: boolean
}

/** Every execution of every workflow. */
export async function histories(): Promise<Ran[]> {
  const client = await deps().workflows.client()
  const found: Ran[] = []
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {}))
    for (const { stateMachineArn } of stateMachines)
      for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn }))
        for (const { executionArn } of executions) found.push(await history(client, executionArn))
  return found
}

async function history(client: SFNClient, executionArn: string | undefined): Promise<Ran> {
  const ran: Ran = { events: 0, entered: [] }
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn, maxResults: 1000 }))
    for (const { type, stateEnteredEventDetails, taskScheduledEventDetails } of events) {
      ran.events += 1
      const name = stateEnteredEventDetails?.name
      if (name !== undefined) ran.entered.push({ name, calls: false })
      const last = ran.entered.at(-1)
      if (last && type === 'TaskScheduled') last.calls = taskScheduledEventDetails?.resourceType === 'lambda'
    }
  return ran
}
