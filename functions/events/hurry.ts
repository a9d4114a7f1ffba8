import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Case } from '../../domain/case/case.ts'
import { stillWaits } from '../../domain/wait/attend.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { closeTheWait } from '../store/wait-store.ts'

/**
 * Wakes the workflow of a case when the domain says that it has something to do: the record is the truth, the signal only
 * hurries. A lost, late or doubled signal changes nothing, because a step that wakes reads the record first.
 */
export async function hurry(deps: Deps, theCase: Loaded): Promise<void> {
  const { id: caseId, openWait } = theCase
  if (!openWait || stillWaits(theCase, { ...openWait, caseId }, deps.now())) return
  const { token } = openWait
  try {
    await deps.workflows.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))
  } catch (error) {
    // The workflow woke by itself, or was stopped: the token is spent.
    if (!['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes((error as Error).name)) throw error
  }
  await closeTheWait(deps, caseId, token)
}

/** Starts the execution of the stage that an open case is in. Starting twice is starting once: the name says which attempt. */
export async function startTheStage(deps: Deps, theCase: Case): Promise<void> {
  const { stage, attempt, status } = theCase.life
  if (status !== 'open') return
  const input = { caseId: theCase.id, stage, attempt }
  try {
    await deps.workflows.client.send(
      new StartExecutionCommand({
        stateMachineArn: deps.workflows.arnOf(stage),
        name: `${theCase.id}-${stage}-${attempt}`,
        input: JSON.stringify(input),
      }),
    )
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  }
}
