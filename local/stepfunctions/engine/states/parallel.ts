import type { ParallelState } from '../../asl/definition.ts'
import { startOf } from '../../asl/machine.ts'
import { sizeOf } from '../../json.ts'
import { limits } from '../../limits.ts'
import type { Thread } from '../../store/rows.ts'
import type { Live } from '../live.ts'
import type { Services } from '../services.ts'
import { onward, tooLarge, type Visit } from '../visit.ts'

/** Forks a thread for each branch, all with the same input. */
export async function parallel(visit: Visit<ParallelState>): Promise<void> {
  visit.enter()
  const { state, thread, live } = visit
  const input = state.Arguments === undefined ? thread.input : await visit.query(state.Arguments, 'Arguments')
  if (sizeOf(JSON.stringify(input)) > limits.stateData) throw tooLarge(thread.state)
  const started = visit.event('ParallelStateStarted')
  live.change(thread, { phase: 'forked' })
  for (const [index, scope] of (live.machine.inner.get(state) ?? []).entries()) {
    live.fork(thread, index, scope, startOf(live.machine, scope), input, started)
  }
}

/** One branch has ended; the last one lets the state go on. */
export function branchEnded(services: Services, live: Live, parent: Thread, branch: Thread): void {
  if (live.children(parent).some((thread) => thread.phase !== 'done')) return
  live.change(parent, { phase: 'joining' }, { last: branch.memo.last })
  services.ready(live, parent)
}

export async function parallelJoined(visit: Visit<ParallelState>): Promise<void> {
  const result = visit.live.children(visit.thread).map((branch) => branch.input)
  const previous = visit.thread.memo.last
  visit.event('ParallelStateSucceeded')
  await visit.leave({ ...onward(visit.state), otherwise: result, extra: { result }, previous })
}
