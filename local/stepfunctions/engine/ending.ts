import type { Json } from '../json.ts'
import type { Thread } from '../store/rows.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'
import { iterationEnded } from './states/map.ts'
import { branchEnded } from './states/parallel.ts'

/** A thread has left its last state: the execution has succeeded, or one branch of a fork has. */
export async function ended(services: Services, live: Live, thread: Thread): Promise<void> {
  const parent = thread.parent === null ? undefined : live.threads.get(thread.parent)
  if (!parent) return succeeded(services, live, thread, thread.input)
  if (live.stateOf(parent).Type === 'Map') await iterationEnded(services, live, parent, thread)
  else branchEnded(services, live, parent, thread)
}

function succeeded(services: Services, live: Live, thread: Thread, output: Json): void {
  const now = services.now()
  const text = JSON.stringify(output)
  live.event(now, thread, 'ExecutionSucceeded', { output: text })
  live.close('SUCCEEDED', now, { output: text })
  live.remove(thread)
  services.closed(live)
}

/** Ends an execution from outside: its threads stay as they stood, for a redrive. */
export function abandon(
  services: Services,
  live: Live,
  status: 'ABORTED' | 'TIMED_OUT',
  why: { error?: string | undefined; cause?: string | undefined } = {},
): void {
  const now = services.now()
  const root = abortAll(services, live)
  // The event follows none, and only a timeout's says an error (measured for floci-io/floci, issue 2965).
  const [type, details] =
    status === 'ABORTED'
      ? (['ExecutionAborted', why] as const)
      : (['ExecutionTimedOut', { error: 'States.Timeout' }] as const)
  live.event(now, root, type, details, { previous: 0 })
  live.close(status, now, { error: why.error ?? null, cause: why.cause ?? null })
  services.closed(live)
}

/** Stops every thread where it stands. Gives the execution's own. */
export function abortAll(services: Services, live: Live): Thread | undefined {
  for (const thread of live.threads.values()) {
    if (thread.phase === 'done') continue
    services.letGo(live, thread)
    live.change(thread, { phase: 'aborted', due: null })
  }
  return [...live.threads.values()].find((thread) => thread.parent === null)
}
