import { ExecutionAlreadyExists, SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { Case, Stage } from '../../domain/case/case.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { toWake } from '../store/commit.ts'
import type { Asking } from '../store/keys.ts'
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

/** An execution that a case should have. */
export interface Due {
  of: Asking
  workflow: string
  name: string
  input: { caseId: string; stage: Stage; attempt: number }
}

/** Those of an open case: of its stage, and of its substitution where it has one. The name says which attempt. */
export function executionsOf({ id: caseId, life }: Case): Due[] {
  const { stage, attempt, substitution, status } = life
  if (status !== 'open') return []
  const due = (of: Asking, workflow: string, which: number): Due => ({
    ...{ of, workflow, name: `${caseId}-${workflow}-${which}` },
    input: { caseId, stage, attempt: which },
  })
  return [
    due('stage', stage, attempt),
    ...(substitution ? [due('substitution', 'substitution', substitution.attempt)] : []),
  ]
}

/** Starts the execution of the stage that an open case is in. */
export const startTheStage = (deps: Deps, theCase: Case): Promise<void> => startOf(deps, theCase, 'stage')

/** Starts the substitution of an open case that has one. */
export const startTheSubstitution = (deps: Deps, theCase: Case): Promise<void> => startOf(deps, theCase, 'substitution')

async function startOf(deps: Deps, theCase: Case, which: Asking): Promise<void> {
  for (const due of executionsOf(theCase)) if (due.of === which) await start(deps, due)
}

/** Starting twice is starting once, for as long as AWS knows the name. @returns whether it had been started before */
export async function start(deps: Deps, { workflow, name, input }: Due): Promise<boolean> {
  try {
    const client = await deps.workflows.client()
    const stateMachineArn = deps.workflows.arnOf(workflow)
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }))
    return false
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error
    return true
  }
}
