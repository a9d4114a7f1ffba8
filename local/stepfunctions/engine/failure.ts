import type { Json } from '../json.ts'
import type { Thread } from '../store/rows.ts'
import { abortBranches } from './abort-branches.ts'
import type { Live } from './live.ts'
import { type Failing, outwards } from './outwards.ts'
import { retried } from './retry.ts'
import { catcherFor } from './rules.ts'
import type { Services } from './services.ts'
import { StateError } from './state-error.ts'
import { throughCatcher, Visit } from './visit.ts'

/** A state has failed: it is retried, or caught, or what is around it fails of it, and so on outwards. */
export async function failed(services: Services, live: Live, thread: Thread, error: StateError): Promise<void> {
  let failing: Failing | undefined = { thread, error }
  while (failing) failing = await failState(new Visit(services, live, failing.thread), failing.error)
}

/** Gives what fails next of it, if anything does. */
async function failState(visit: Visit, error: StateError): Promise<Failing | undefined> {
  const fork = error.ofBranch || startsMap(visit, error)
  recordEvaluation(visit, error)
  if (fork) abortBranches(visit.services, visit.live, visit.thread, visit.now, visit.thread.memo.last)
  if (error.iteration !== undefined) {
    visit.event('MapIterationFailed', { name: visit.thread.state, index: error.iteration }, { aside: true })
  }
  if (retried(visit, error)) return undefined
  // Of a fork that is retried AWS does not say that it failed.
  if (fork) recordFork(visit)
  const left = await caught(visit, error)
  if (!left) return undefined
  if (left !== error) {
    recordEvaluation(visit, left)
    // AWS says once more of a fork that it failed.
    if (fork) recordFork(visit)
  }
  return outwards(visit, left)
}

/** Leaves the state through the catcher for this error. Gives the error that nothing caught: this one, or the catcher's own. */
async function caught(visit: Visit, error: StateError): Promise<StateError | undefined> {
  const found = catcherFor(visit.state, error)
  if (!found) return error
  visit.live.removeChildren(visit.thread)
  const errorOutput: Json = { Error: error.error ?? '', Cause: error.causeText ?? '' }
  try {
    const [index, catcher] = found
    await visit.leave({ ...throughCatcher(catcher, index), otherwise: errorOutput, extra: { errorOutput } })
    return undefined
  } catch (second) {
    if (second instanceof StateError) return second
    throw second
  }
}

/** AWS says MapStateFailed also of a Map whose own fields fail, but not of its Output and Assign. */
function startsMap(visit: Visit, error: StateError): boolean {
  return visit.state.Type === 'Map' && error.location !== undefined && !/^(Output|Assign)/.test(error.location)
}

function recordFork(visit: Visit): void {
  visit.event(`${visit.state.Type}StateFailed`)
}

/** AWS links EvaluationFailed of an Output or Assign to what came before the state was entered. */
function recordEvaluation(visit: Visit, error: StateError): void {
  if (error.location === undefined) return
  const { memo } = visit.thread
  const ofExit = /^(Choices.*\/)?(Output|Assign)/.test(error.location)
  visit.event(
    'EvaluationFailed',
    { error: error.error, cause: error.causeText, location: error.location, state: visit.thread.state },
    { previous: ofExit ? memo.before : memo.last },
  )
}
