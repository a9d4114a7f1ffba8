import type { Retrier, State } from '../asl/definition.ts'
import { covers, rulesOf } from './rules.ts'
import type { StateError } from './state-error.ts'
import type { Visit } from './visit.ts'

/** Sets the timer after which the state does its work again; gives false when no retrier has an attempt left for it. */
export function retried({ live, thread, state, services, now }: Visit, error: StateError): boolean {
  const made = thread.memo.retriers ?? []
  const retry = retryFor(state, error, made, services.random)
  if (!retry) return false
  live.removeChildren(thread)
  const retriers = Array.from({ length: Math.max(made.length, retry.index + 1) }, (_, index) => made[index] ?? 0)
  retriers[retry.index] = (retriers[retry.index] ?? 0) + 1
  const due = now + retry.delay
  live.change(thread, { phase: 'retrying', due, items: null }, { retriers, retries: (thread.memo.retries ?? 0) + 1 })
  services.timerSet(due)
  return true
}

/**
 * The retrier for an error and how long it waits (ms), or undefined when there is none or its attempts are used up.
 * Each retrier counts its own.
 */
function retryFor(
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
