import {
  type ExecutionListItem,
  type HistoryEvent,
  paginateGetExecutionHistory,
  paginateListExecutions,
  paginateListStateMachines,
  type SFNClient,
} from '@aws-sdk/client-sfn'

/**
 * The state transitions of all executions, as AWS bills a standard workflow: every state entered, and every retry.
 * Histories of closed executions are read once.
 * @see https://aws.amazon.com/step-functions/pricing/
 */
export function countingTransitions(client: SFNClient): () => Promise<number> {
  const closed = new Map<string, number>()
  return async () => {
    let total = 0
    for await (const execution of executions(client)) {
      const key = `${execution.executionArn}#${execution.redriveCount ?? 0}`
      const count = closed.get(key) ?? (await transitionsOf(client, execution.executionArn ?? ''))
      if (execution.status !== 'RUNNING') closed.set(key, count)
      total += count
    }
    return total
  }
}

async function* executions(client: SFNClient): AsyncGenerator<ExecutionListItem> {
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {})) {
    for (const { stateMachineArn } of stateMachines) {
      for await (const page of paginateListExecutions({ client }, { stateMachineArn })) yield* page.executions ?? []
    }
  }
}

async function transitionsOf(client: SFNClient, executionArn: string): Promise<number> {
  const count = { entered: 0, tasks: 0, scheduled: 0 }
  for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn, maxResults: 1000 })) {
    for (const event of events) add(count, event)
  }
  return count.entered + Math.max(0, count.scheduled - count.tasks)
}

function add(count: { entered: number; tasks: number; scheduled: number }, { type = undefined }: HistoryEvent): void {
  if (type?.endsWith('StateEntered')) count.entered += 1
  if (type === 'TaskStateEntered') count.tasks += 1
  if (type === 'TaskScheduled' || type === 'LambdaFunctionScheduled') count.scheduled += 1
}
