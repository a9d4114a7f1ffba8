import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Case, Stage } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import { type Loaded, toWake } from '../store/case-store.ts'
import { closeTheWait } from '../store/wait-store.ts'

/**
 * Wakes the workflows of a case when the domain says that it has something to do: the record is the truth, the signal only
 * hurries. A lost, late or doubled signal changes nothing, because a step that wakes reads the record first.
 */
export async function hurry(deps: Deps, theCase: Loaded): Promise<void> {
  for (const { of, token } of toWake(theCase, deps.now())) {
    try {
      const client = await deps.workflows.client()
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }))
    } catch (error) {
      // The workflow woke by itself, or was stopped: the token is spent.
      if (!['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes((error as Error).name)) throw error
    }
    await closeTheWait(deps, theCase.id, token, of)
  }
}

/** Starts the execution of the stage that an open case is in. Starting twice is starting once: the name says which attempt. */
export async function startTheStage(deps: Deps, theCase: Case): Promise<void> {
  const { stage, attempt, status } = theCase.life
  if (status !== 'open') return
  await start(deps, stage, { caseId: theCase.id, stage, attempt })
}

/** Starts the substitution of an open case that has one; likewise once for each attempt. */
export async function startTheSubstitution(deps: Deps, theCase: Case): Promise<void> {
  const { stage, substitution, status } = theCase.life
  if (status !== 'open' || !substitution) return
  await start(deps, 'substitution', { caseId: theCase.id, stage, attempt: substitution.attempt })
}

async function start(
  deps: Deps,
  workflow: string,
  input: { caseId: string; stage: Stage; attempt: number },
): Promise<void> {
  try {
    const client = await deps.workflows.client()
    await client.send(
      new StartExecutionCommand({
        stateMachineArn: deps.workflows.arnOf(workflow),
        name: `${input.caseId}-${workflow}-${input.attempt}`,
        input: JSON.stringify(input),
      }),
    )
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
  }
}
