import type { ChoiceState, FailState, PassState, SucceedState } from '../../asl/definition.ts'
import type { Json } from '../../json.ts'
import { wrongType } from '../field.ts'
import { StateError } from '../state-error.ts'
import { onward, type Visit } from '../visit.ts'

export async function pass(visit: Visit<PassState>): Promise<void> {
  visit.enter()
  await visit.leave({ ...onward(visit.state), otherwise: visit.thread.input })
}

export async function succeed(visit: Visit<SucceedState>): Promise<void> {
  visit.enter()
  await visit.leave({ next: undefined, output: visit.state.Output, otherwise: visit.thread.input })
}

/** The first rule whose Condition is true, with its own Assign and Output; the state's own belong to its Default. */
export async function choice(visit: Visit<ChoiceState>): Promise<void> {
  visit.enter()
  const { state, thread } = visit
  for (const [index, rule] of state.Choices.entries()) {
    const at = `Choices[${index}]/`
    const holds = await visit.query(rule.Condition, `${at}Condition`)
    if (typeof holds !== 'boolean') throw wrongType(rule.Condition, `${at}Condition`, 'boolean', holds, visit.scope())
    if (holds) {
      return visit.leave({ next: rule.Next, assign: rule.Assign, output: rule.Output, otherwise: thread.input, at })
    }
  }
  if (state.Default === undefined) {
    throw new StateError(
      // Not States.NoChoiceMatched, which the documentation names but AWS does not give.
      'States.Runtime',
      `An error occurred while executing the state '${thread.state}' (entered at the event id #${thread.memo.entered}). ` +
        'Failed to transition out of the state. The state does not point to a next state.',
    )
  }
  await visit.leave({ next: state.Default, assign: state.Assign, output: state.Output, otherwise: thread.input })
}

export async function fail(visit: Visit<FailState>): Promise<void> {
  // A redriven Fail state fails again, and AWS records its entry again.
  visit.live.change(visit.thread, {}, { again: false })
  visit.enter()
  const error = await text(visit, 'Error', visit.state.Error)
  const cause = await text(visit, 'Cause', visit.state.Cause)
  throw new StateError(error, cause)
}

async function text(visit: Visit<FailState>, field: string, value: Json | undefined): Promise<string | undefined> {
  if (value === undefined) return undefined
  const found = await visit.query(value, field)
  if (typeof found !== 'string') throw wrongType(value, field, 'string', found, visit.scope())
  return found
}
