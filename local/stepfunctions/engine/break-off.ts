import { limits } from '../limits.ts'
import { abortAll } from './ending.ts'
import { HistoryFull, type Live } from './live.ts'
import type { Services } from './services.ts'

/** Why an execution cannot go on, whatever its definition says. */
export class Fatal extends Error {}

/** A full history, or a fault of this program: the execution fails rather than standing still without a word. */
export function breakOff(services: Services, live: Live, error: unknown): void {
  const cause = causeOf(live, error)
  const now = services.now()
  const root = abortAll(services, live)
  live.event(now, root, 'ExecutionFailed', { error: 'States.Runtime', cause })
  live.close('FAILED', now, { error: 'States.Runtime', cause })
  services.closed(live)
}

function causeOf(live: Live, error: unknown): string {
  if (error instanceof Fatal) return error.message
  if (error instanceof HistoryFull) {
    return `The execution reached the maximum number of history events (${limits.historyEvents}).`
  }
  console.error(`Step Functions: ${live.row.arn} failed by a fault of the engine`, error)
  return `The engine failed: ${error instanceof Error ? error.message : String(error)}`
}
