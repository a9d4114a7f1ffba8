import type { Catcher, Fallible, State } from '../asl/definition.ts'
import type { StateError } from './state-error.ts'

/**
 * Whether a rule's ErrorEquals covers an error (ASL specification, "Errors"). AWS's Developer Guide ("Handling errors")
 * says that States.ALL does not cover States.DataLimitExceeded. On AWS it does, and so does States.TaskFailed (measured
 * for github.com/iwamot/sfnx, docs/design.md); neither covers States.Runtime.
 */
export function covers(names: string[], { error, alias }: StateError): boolean {
  return names.some((name) => {
    if (name === 'States.ALL') return error !== 'States.Runtime'
    if (name === 'States.TaskFailed') return !notOfTasks.has(error ?? '')
    return name === error || (alias !== undefined && name === alias)
  })
}

const notOfTasks = new Set(['States.Timeout', 'States.QueryEvaluationError', 'States.Runtime'])

export function rulesOf(state: State): Fallible {
  return state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map' ? state : {}
}

export function catcherFor(state: State, error: StateError): [number, Catcher] | undefined {
  const catchers = rulesOf(state).Catch ?? []
  const index = catchers.findIndex((catcher) => covers(catcher.ErrorEquals, error))
  const catcher = catchers[index]
  return catcher && [index, catcher]
}
