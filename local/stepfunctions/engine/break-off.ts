import { limits } from '../limits.ts'
import { abortAll } from './ending.ts'
import { HistoryFull, type Live } from './live.ts'
import type { Services } from './services.ts'

/** A full history, or a fault of this program: the execution fails rather than standing still without a word. */
export function breakOff(services: Services, live: Live, error: unknown): void {
  const full = error instanceof HistoryFull
  if (!full) console.error(`Step Functions: ${live.row.arn} failed by a fault of the engine`, error)
  const cause = full
    ? `The execution reached the maximum number of history events (${limits.historyEvents}).`
    : `The engine failed: ${error instanceof Error ? error.message : String(error)}`
  const now = services.now()
  const root = abortAll(services, live)
  live.event(now, root, 'ExecutionFailed', { error: 'States.Runtime', cause })
  live.close('FAILED', now, { error: 'States.Runtime', cause })
  services.closed(live)
}
