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
  details?: { error?: string | undefined; cause?: string | undefined },
): void {
  const now = services.now()
  const root = [...live.threads.values()].find((thread) => thread.parent === null)
  for (const thread of live.threads.values()) {
    if (thread.phase !== 'done') live.change(thread, { phase: 'aborted', due: null })
  }
  live.event(now, root, status === 'ABORTED' ? 'ExecutionAborted' : 'ExecutionTimedOut', details ?? {})
  live.close(status, now, { error: details?.error ?? null, cause: details?.cause ?? null })
  services.closed(live)
}
