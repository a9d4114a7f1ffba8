import type { MapState } from '../../asl/definition.ts'
import { startOf } from '../../asl/machine.ts'
import { type Json, sizeOf } from '../../json.ts'
import { limits } from '../../limits.ts'
import type { Thread } from '../../store/rows.ts'
import { itemAt } from '../context.ts'
import { evaluateField, queryError, wrongType } from '../field.ts'
import type { Live } from '../live.ts'
import type { Services } from '../services.ts'
import { StateError } from '../state-error.ts'
import { onward, tooLarge, Visit } from '../visit.ts'

/** Forks a thread for each item, as many at once as MaxConcurrency allows. */
export async function map(visit: Visit<MapState>): Promise<void> {
  visit.enter()
  const { state, thread, live } = visit
  const concurrency = await whole(visit, 'MaxConcurrency')
  const items = await visit.query(state.Items ?? '{% $states.input %}', 'Items')
  if (!Array.isArray(items))
    throw wrongType(state.Items ?? '{% $states.input %}', 'Items', 'array', items, visit.scope())
  const started = visit.event('MapStateStarted', { length: items.length })
  // AWS looks at what is tolerated only once the Map has started.
  const toleratedCount = await whole(visit, 'ToleratedFailureCount')
  const toleratedPercentage = await whole(visit, 'ToleratedFailurePercentage')
  live.change(
    thread,
    { items },
    {
      concurrency: Math.min(concurrency || limits.mapConcurrency, limits.mapConcurrency),
      ...(toleratedCount === undefined ? {} : { toleratedCount }),
      ...(toleratedPercentage === undefined ? {} : { toleratedPercentage }),
    },
  )
  if (items.length === 0) return mapJoined(visit)
  live.change(thread, { phase: 'forked' })
  await startIterations(visit, 0, started)
}

/** Starts iterations from the one at `first` on until the concurrency is used. */
async function startIterations(visit: Visit<MapState>, first: number, previous: number): Promise<void> {
  const { thread, live } = visit
  const items = thread.items ?? []
  const running = live.children(thread).filter((child) => child.phase !== 'done').length
  const most = Math.min(items.length, first + Math.max((thread.memo.concurrency ?? limits.mapConcurrency) - running, 0))
  for (let index = first; index < most; index++) await startIteration(visit, index, previous)
}

async function startIteration(visit: Visit<MapState>, index: number, previous: number): Promise<void> {
  const { state, thread, live } = visit
  const item = thread.items?.[index] ?? null
  const started = visit.event('MapIterationStarted', { name: thread.state, index }, { previous, aside: true })
  const input = state.ItemSelector === undefined ? item : await selected(visit, index, state.ItemSelector)
  const [scope = 0] = live.machine.inner.get(state) ?? []
  live.fork(thread, index, scope, startOf(live.machine, scope), input, started)
}

async function selected(visit: Visit<MapState>, index: number, selector: Json): Promise<Json> {
  const scope = visit.scope()
  const states = scope.bindings['states'] as { context: Record<string, unknown> }
  states.context['Map'] = { Item: itemAt(visit.thread.items ?? [], index) }
  try {
    const found = await evaluateField(selector, 'ItemSelector', scope)
    if (sizeOf(JSON.stringify(found)) > limits.stateData) throw tooLarge(visit.thread.state)
    return found
  } catch (error) {
    throw error instanceof StateError ? Object.assign(error, { iteration: index }) : error
  }
}

/** An iteration has ended well, or badly within the tolerated number: on to the next item, or to the end. */
export async function iterationEnded(services: Services, live: Live, parent: Thread, iteration: Thread): Promise<void> {
  const visit = new Visit<MapState>(services, live, parent)
  const before = iteration.memo.last
  const details = { name: parent.state, index: iteration.branch }
  const type = iteration.memo.tolerated ? 'MapIterationFailed' : 'MapIterationSucceeded'
  const ended = live.event(visit.now, iteration, type, details)
  await continueMap(visit, before, ended)
}

export async function continueMap(visit: Visit<MapState>, before: number, last: number): Promise<void> {
  const { services, live, thread } = visit
  const children = live.children(thread)
  await startIterations(visit, children.length, before)
  if (children.length < (thread.items?.length ?? 0) || children.some((child) => child.phase !== 'done')) return
  live.change(thread, { phase: 'joining' }, { last })
  services.ready(live, thread)
}

/** The items' results in their order; an iteration that failed and was tolerated has none. */
export async function mapJoined(visit: Visit<MapState>): Promise<void> {
  const ended = visit.live.children(visit.thread).filter((iteration) => !iteration.memo.tolerated)
  const result = ended.map((iteration) => iteration.input)
  const previous = visit.thread.memo.last
  visit.event('MapStateSucceeded')
  await visit.leave({ ...onward(visit.state), otherwise: result, extra: { result }, previous })
}

/** Whether one more failed iteration is within the tolerated number; undefined when none is tolerated at all. */
export function tolerates(live: Live, thread: Thread): boolean | undefined {
  const { toleratedCount: count, toleratedPercentage: percentage } = thread.memo
  if (count === undefined && percentage === undefined) return undefined
  const failed = live.children(thread).filter((child) => child.memo.tolerated).length + 1
  const share = (failed * 100) / Math.max(thread.items?.length ?? 0, 1)
  return failed <= (count ?? Number.POSITIVE_INFINITY) && share <= (percentage ?? 100)
}

export function thresholdExceeded(): StateError {
  return new StateError(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
  )
}

async function whole(
  visit: Visit<MapState>,
  field: 'MaxConcurrency' | 'ToleratedFailureCount' | 'ToleratedFailurePercentage',
): Promise<number | undefined> {
  const value = visit.state[field]
  if (value === undefined) return undefined
  const found = await visit.number(value, field)
  const most = field === 'ToleratedFailurePercentage' ? 100 : Number.MAX_SAFE_INTEGER
  if (found >= 0 && found <= most && (Number.isInteger(found) || most === 100)) return found
  throw queryError(visit.scope(), field, `The ${field} field must be a number from 0 to ${most}: ${found}`)
}
