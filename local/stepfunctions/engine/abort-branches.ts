import type { Thread } from '../store/rows.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'

/**
 * Stops what still runs beside a failed branch, and says so for every state that was under way: each links to what the
 * failed branch did last, and no later event links back to these (`aside`), nor to the TaskStateAborted or
 * MapIterationFailed that follow. So it is on AWS.
 */
export function abortBranches(services: Services, live: Live, fork: Thread, now: number, previous: number): void {
  const link = { previous, aside: true }
  const iterations = live.stateOf(fork).Type === 'Map'
  for (const branch of live.children(fork)) {
    if (branch.phase === 'done' || branch.phase === 'failed') continue
    const underWay = branch.memo.entered > 0
    if (iterations) live.event(now, branch, 'MapIterationAborted', { name: fork.state, index: branch.branch }, link)
    abortBranches(services, live, branch, now, previous)
    const { Type: type } = live.stateOf(branch)
    if (underWay && abortable.has(type)) live.event(now, branch, `${type}StateAborted`, undefined, link)
    services.letGo(live, branch)
    live.change(branch, { phase: 'aborted', due: null })
  }
}

const abortable = new Set(['Task', 'Wait', 'Parallel', 'Map'])
