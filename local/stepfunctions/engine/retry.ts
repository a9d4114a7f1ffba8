import type { Catcher, Fallible, Retrier, State } from '../asl/definition.ts'
import type { StateError } from './state-error.ts'

/**
 * Whether a rule's ErrorEquals covers an error (ASL specification, "Errors"). AWS's Developer Guide ("Handling errors")
 * says that States.ALL does not cover States.DataLimitExceeded. Where a recording of AWS was taken for each place it comes
 * from (localstack/localstack#10511), the interpreter that has to agree lets States.ALL cover it, and so does this one.
 */
export function covers(names: string[], { error, alias }: StateError): boolean {
  return names.some((name) => {
    if (name === 'States.ALL') return error !== 'States.Runtime'
    if (name === 'States.TaskFailed') return !notOfTasks.has(error ?? '')
    return name === error || (alias !== undefined && name === alias)
  })
}

const notOfTasks = new Set(['States.Timeout', 'States.DataLimitExceeded', 'States.Runtime'])

export function rulesOf(state: State): Fallible {
  return state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map' ? state : {}
}

export function catcherFor(state: State, error: StateError): [number, Catcher] | undefined {
  const catchers = rulesOf(state).Catch ?? []
  const index = catchers.findIndex((catcher) => covers(catcher.ErrorEquals, error))
  const catcher = catchers[index]
  return catcher && [index, catcher]
}

/**
 * The retrier for an error and how long it waits (ms), or undefined when there is none or its attempts are used up.
 * Each retrier counts its own.
 */
export function retryFor(
  state: State,
  error: StateError,
  made: number[],
  random: () => number,
): { index: number; delay: number } | undefined {
  const retriers = rulesOf(state).Retry ?? []
  const index = retriers.findIndex((retrier) => covers(retrier.ErrorEquals, error))
  const retrier = retriers[index]
  if (!retrier) return undefined
  const attempts = made[index] ?? 0
  if (attempts >= (retrier.MaxAttempts ?? 3)) return undefined
  return { index, delay: Math.round(delayOf(retrier, attempts, random) * 1_000) }
}

function delayOf(retrier: Retrier, attempts: number, random: () => number): number {
  const plain = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** attempts
  const capped = Math.min(plain, retrier.MaxDelaySeconds ?? 31_622_400)
  return retrier.JitterStrategy === 'FULL' ? capped * random() : capped
}
