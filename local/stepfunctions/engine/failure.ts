import type { Json } from '../json.ts'
import type { Thread } from '../store/rows.ts'
import { abortAll } from './ending.ts'
import type { Live } from './live.ts'
import { catcherFor, retryFor } from './retry.ts'
import type { Services } from './services.ts'
import { StateError } from './state-error.ts'
import { continueMap, thresholdExceeded, tolerates } from './states/map.ts'
import { throughCatcher, Visit } from './visit.ts'

/** A state has failed: retry it, catch it, or fail what is around it. */
export async function failed(services: Services, live: Live, thread: Thread, error: StateError): Promise<void> {
  const visit = new Visit(services, live, thread)
  if (error.location !== undefined) recordEvaluation(visit, error)
  const ofFork = error.ofBranch || startsMap(visit, error)
  if (ofFork) abortBranches(services, live, thread, visit.now, thread.memo.last)
  if (error.iteration !== undefined) {
    visit.event('MapIterationFailed', { name: thread.state, index: error.iteration }, { aside: true })
  }
  const made = thread.memo.retriers ?? []
  const retry = retryFor(visit.state, error, made, services.random)
  if (retry) {
    live.removeChildren(thread)
    const retriers = Array.from({ length: Math.max(made.length, retry.index + 1) }, (_, index) => made[index] ?? 0)
    retriers[retry.index] = (retriers[retry.index] ?? 0) + 1
    const due = visit.now + retry.delay
    live.change(thread, { phase: 'retrying', due, items: null }, { retriers, retries: (thread.memo.retries ?? 0) + 1 })
    return services.timerSet(due)
  }
  // Of a fork that is retried AWS does not say that it failed.
  if (ofFork) visit.event(`${visit.state.Type}StateFailed`)
  const caught = catcherFor(visit.state, error)
  if (caught) {
    live.removeChildren(thread)
    const errorOutput: Json = { Error: error.error ?? '', Cause: error.causeText ?? '' }
    try {
      await visit.leave({ ...throughCatcher(caught[1], caught[0]), otherwise: errorOutput, extra: { errorOutput } })
      return
    } catch (second) {
      if (!(second instanceof StateError)) throw second
      if (second.location !== undefined) recordEvaluation(visit, second)
      // AWS says once more of a fork that it failed.
      if (ofFork) visit.event(`${visit.state.Type}StateFailed`)
      return uncaught(services, live, thread, second)
    }
  }
  await uncaught(services, live, thread, error)
}

/** AWS says MapStateFailed also of a Map whose own fields fail, but not of its Output and Assign. */
function startsMap(visit: Visit, error: StateError): boolean {
  return visit.state.Type === 'Map' && error.location !== undefined && !/^(Output|Assign)/.test(error.location)
}

/** AWS links EvaluationFailed of an Output or Assign to what came before the state was entered. */
function recordEvaluation(visit: Visit, error: StateError): void {
  const { memo } = visit.thread
  const ofExit = /^(Choices.*\/)?(Output|Assign)/.test(error.location ?? '')
  visit.event(
    'EvaluationFailed',
    { error: error.error, cause: error.causeText, location: error.location, state: visit.thread.state },
    { previous: ofExit ? memo.before : memo.last },
  )
}

async function uncaught(services: Services, live: Live, thread: Thread, error: StateError): Promise<void> {
  live.change(thread, { phase: 'failed', due: null })
  const parent = thread.parent === null ? undefined : live.threads.get(thread.parent)
  if (!parent) return failExecution(services, live, thread, error)
  if (error.error === 'States.Runtime') {
    // It ends the execution from wherever it happens: no fork around it fails, catches or retries.
    abortAll(services, live)
    return failExecution(services, live, thread, error)
  }
  const now = services.now()
  const state = live.stateOf(parent)
  if (state.Type === 'Map') {
    const tolerated = tolerates(live, parent)
    const before = thread.memo.last
    const details = { name: parent.state, index: thread.branch }
    if (!tolerated) abortBranches(services, live, parent, now, before)
    const ended = live.event(now, thread, 'MapIterationFailed', details, { aside: true })
    if (tolerated) {
      live.change(thread, { phase: 'done' }, { tolerated: true })
      try {
        return await continueMap(new Visit(services, live, parent), before, ended)
      } catch (second) {
        if (!(second instanceof StateError)) throw second
        return failed(services, live, parent, second)
      }
    }
    if (tolerated === false) return failed(services, live, parent, ofBranch(parent, thread, thresholdExceeded()))
  } else if (live.stateOf(thread).Type === 'Task') {
    live.event(now, thread, 'TaskStateAborted', undefined, { aside: true })
  }
  await failed(services, live, parent, ofBranch(parent, thread, error))
}

/** The error as the fork around sees it: not as a query of its own. The fork's history goes on from the branch's. */
function ofBranch(fork: Thread, branch: Thread, { error, causeText }: StateError): StateError {
  fork.memo.last = branch.memo.last
  return Object.assign(new StateError(error, causeText), { ofBranch: true })
}

function failExecution(services: Services, live: Live, thread: Thread, error: StateError): void {
  const now = services.now()
  const details = { error: error.error, cause: error.causeText }
  live.event(now, thread, 'ExecutionFailed', details)
  live.close('FAILED', now, { error: error.error ?? null, cause: error.causeText ?? null })
  services.closed(live)
}

/**
 * Stops what still runs beside a failed branch, and says so for every state that was under way: each links to what the
 * failed branch did last, and no later event links back to these (`aside`), nor to a TaskStateAborted or
 * MapIterationFailed above. So it is on AWS.
 */
function abortBranches(services: Services, live: Live, parent: Thread, now: number, previous: number): void {
  const link = { previous, aside: true }
  const iterations = live.stateOf(parent).Type === 'Map'
  for (const branch of live.children(parent)) {
    if (branch.phase === 'done' || branch.phase === 'failed') continue
    const underWay = branch.memo.entered > 0
    if (iterations) live.event(now, branch, 'MapIterationAborted', { name: parent.state, index: branch.branch }, link)
    abortBranches(services, live, branch, now, previous)
    const { Type: type } = live.stateOf(branch)
    if (underWay && abortable.has(type)) live.event(now, branch, `${type}StateAborted`, undefined, link)
    services.letGo(live, branch)
    live.change(branch, { phase: 'aborted', due: null })
  }
}

const abortable = new Set(['Task', 'Wait', 'Parallel', 'Map'])
