import type { Thread } from '../store/rows.ts'
import { abortBranches } from './abort-branches.ts'
import { abortAll } from './ending.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'
import { StateError } from './state-error.ts'
import { continueMap, thresholdExceeded, tolerates } from './states/map.ts'
import { Visit } from './visit.ts'

export interface Failing {
  thread: Thread
  error: StateError
}

/** What fails of a state whose error nothing caught: the fork around it, the execution (nothing more), or nothing at all. */
export async function outwards(visit: Visit, error: StateError): Promise<Failing | undefined> {
  const { services, live, thread } = visit
  live.change(thread, { phase: 'failed', due: null })
  const fork = thread.parent === null ? undefined : live.threads.get(thread.parent)
  // States.Runtime ends the execution from wherever it happens: no fork around it fails, catches or retries.
  if (!fork || error.error === 'States.Runtime') return void failExecution(services, live, thread, error)
  if (live.stateOf(fork).Type === 'Map') return failIteration(services, live, fork, thread, error)
  if (visit.state.Type === 'Task') {
    live.event(services.now(), thread, 'TaskStateAborted', undefined, { aside: true })
  }
  return { thread: fork, error: ofBranch(fork, thread, error) }
}

async function failIteration(
  services: Services,
  live: Live,
  map: Thread,
  iteration: Thread,
  error: StateError,
): Promise<Failing | undefined> {
  const now = services.now()
  const tolerated = tolerates(live, map)
  const before = iteration.memo.last
  if (!tolerated) abortBranches(services, live, map, now, before)
  const details = { name: map.state, index: iteration.branch }
  const ended = live.event(now, iteration, 'MapIterationFailed', details, { aside: true })
  if (!tolerated) {
    const why = tolerated === undefined ? error : thresholdExceeded()
    return { thread: map, error: ofBranch(map, iteration, why) }
  }
  live.change(iteration, { phase: 'done' }, { tolerated: true })
  try {
    await continueMap(new Visit(services, live, map), before, ended)
    return undefined
  } catch (second) {
    if (second instanceof StateError) return { thread: map, error: second }
    throw second
  }
}

/** The error as the fork around sees it: not as a query of its own. The fork's history goes on from the branch's. */
function ofBranch(fork: Thread, branch: Thread, { error, causeText }: StateError): StateError {
  fork.memo.last = branch.memo.last
  return Object.assign(new StateError(error, causeText), { ofBranch: true })
}

function failExecution(services: Services, live: Live, thread: Thread, error: StateError): void {
  if (thread.parent !== null) abortAll(services, live)
  const now = services.now()
  live.event(now, thread, 'ExecutionFailed', { error: error.error, cause: error.causeText })
  live.close('FAILED', now, { error: error.error ?? null, cause: error.causeText ?? null })
  services.closed(live)
}
