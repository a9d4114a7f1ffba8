import { DescribeExecutionCommand } from '@aws-sdk/client-sfn'
import type { Deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { type Loaded, loadCase } from '../store/case-store.ts'
import { type Due, executionsOf, start } from './hurry.ts'

/** Nothing moves this case until somebody acts (runbook, “A case has stopped”). */
class CaseStopped extends Error {
  override name = 'CaseStopped'
}

/**
 * Starts what an open case should have and has not. What failed, timed out or was stopped keeps its name, and cannot be started
 * again for 90 days: that is said, each time, so that it is not forgotten after one alarm (requirements §9).
 * @throws CaseStopped
 */
export async function mustBeRunning(deps: Deps, theCase: Loaded): Promise<void> {
  for (const due of executionsOf(theCase)) {
    const isNew = !(await start(deps, due))
    if (isNew || isAsleep(deps, theCase, due)) continue
    const status = await statusOf(deps, due)
    if (status === 'RUNNING' || status === 'PENDING_REDRIVE') continue
    // It may have handed the case over since the case was read.
    if (!executionsOf(await loadCase(deps, theCase.id)).some(({ name }) => name === due.name)) continue
    logger.error('A case has stopped: its execution is not running.', {
      caseId: theCase.id,
      execution: due.name,
      status,
    })
    throw new CaseStopped(`The execution ${due.name} is not running: it is ${status}.`)
  }
}

/** It left a token and its time has not come: Step Functions need not be asked. If it was stopped all the same, that time shows it. */
function isAsleep({ now }: Deps, { openWait, openSubstitutionWait }: Loaded, { of, input }: Due): boolean {
  const wait = of === 'stage' ? openWait : openSubstitutionWait
  return wait !== undefined && wait.attempt === input.attempt && wait.until > now()
}

async function statusOf(deps: Deps, { workflow, name }: Due): Promise<string> {
  const client = await deps.workflows.client()
  const executionArn = `${deps.workflows.arnOf(workflow).replace(':stateMachine:', ':execution:')}:${name}`
  const { status } = await client.send(new DescribeExecutionCommand({ executionArn }))
  return status ?? 'unknown'
}
