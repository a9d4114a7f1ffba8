import type {
  ChoiceState,
  FailState,
  MapState,
  ParallelState,
  PassState,
  State,
  SucceedState,
  TaskState,
  WaitState,
} from '../asl/definition.ts'
import { parseJson } from '../json.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import { ended } from './ending.ts'
import { failed } from './failure.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'
import { StateError } from './state-error.ts'
import { map, mapJoined } from './states/map.ts'
import { parallel, parallelJoined } from './states/parallel.ts'
import { choice, fail, pass, succeed } from './states/simple.ts'
import {
  answered,
  begin,
  heartbeat,
  integrationOfTask,
  invoked,
  relaunch,
  type TaskVisit,
  task,
  timedOut,
} from './states/task.ts'
import type { Outcome } from './states/task-events.ts'
import { executionClosed } from './states/task-execution.ts'
import { wait, waited } from './states/wait.ts'
import { Visit } from './visit.ts'

/** What can happen to a thread. Each is one step: everything it changes is one commit. */
export type Happening =
  | { kind: 'turn' }
  | { kind: 'recovered' }
  | { kind: 'timer'; due: number }
  | { kind: 'heartbeat' }
  | { kind: 'invoked'; scheduled: number; outcome: Outcome; qualifier: string | undefined }
  | { kind: 'answered'; outcome: Outcome }
  | { kind: 'closed'; child: ExecutionRow }

/** Whether it still concerns the thread: an answer may come after its task was given up. */
export function concerns(happening: Happening, thread: Thread): boolean {
  const { phase, memo } = thread
  switch (happening.kind) {
    case 'turn':
      return phase === 'ready' || phase === 'invoking' || phase === 'joining'
    case 'recovered':
      return phase === 'invoking'
    case 'invoked':
      return phase === 'invoking' && memo.scheduled === happening.scheduled
    case 'closed':
      return phase === 'awaiting' && memo.child === happening.child.arn
    case 'timer':
      return thread.due === happening.due
    default:
      return phase === 'invoking' || phase === 'token'
  }
}

export async function advance(
  services: Services,
  live: Live,
  thread: Thread,
  happening: Happening,
  parametersOf: (thread: Thread) => string,
): Promise<void> {
  try {
    await work(new Visit(services, live, thread), happening, () => parseJson(parametersOf(thread)))
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    await failed(services, live, thread, error)
  }
  await settle(services, live)
}

/** A thread that came to its end lets the fork around it go on, and so on outwards. */
async function settle(services: Services, live: Live): Promise<void> {
  for (let thread = live.ended.shift(); thread; thread = live.ended.shift()) {
    if (!live.threads.has(thread.key)) continue
    try {
      await ended(services, live, thread)
    } catch (error) {
      const parent = thread.parent === null ? undefined : live.threads.get(thread.parent)
      if (!(error instanceof StateError) || !parent) throw error
      await failed(services, live, parent, error)
    }
  }
}

async function work(visit: Visit, happening: Happening, parameters: () => ReturnType<typeof parseJson>): Promise<void> {
  const { thread } = visit
  switch (happening.kind) {
    case 'timer':
      return timer(visit)
    case 'heartbeat':
      return heartbeat(visit as TaskVisit)
    case 'invoked':
      return invoked(visit as TaskVisit, happening.outcome, happening.qualifier)
    case 'answered':
      return answered(visit as TaskVisit, happening.outcome)
    case 'closed': {
      const integration = integrationOfTask(visit as TaskVisit)
      if (integration.kind !== 'execution') return
      return executionClosed(visit as TaskVisit, integration, happening.child)
    }
    case 'recovered':
      return relaunch(visit as TaskVisit, parameters())
    case 'turn':
      if (thread.phase === 'ready') return enter(visit, visit.state)
      if (thread.phase === 'invoking') return begin(visit as TaskVisit, parameters())
      if (thread.phase === 'joining') return join(visit, visit.state)
  }
}

function enter(visit: Visit, state: State): Promise<void> {
  switch (state.Type) {
    case 'Task':
      return task(visit as Visit<TaskState>)
    case 'Pass':
      return pass(visit as Visit<PassState>)
    case 'Choice':
      return choice(visit as Visit<ChoiceState>)
    case 'Wait':
      return wait(visit as Visit<WaitState>)
    case 'Succeed':
      return succeed(visit as Visit<SucceedState>)
    case 'Fail':
      return fail(visit as Visit<FailState>)
    case 'Parallel':
      return parallel(visit as Visit<ParallelState>)
    case 'Map':
      return map(visit as Visit<MapState>)
  }
}

function join(visit: Visit, state: State): Promise<void> {
  return state.Type === 'Map' ? mapJoined(visit as Visit<MapState>) : parallelJoined(visit as Visit<ParallelState>)
}

async function timer(visit: Visit): Promise<void> {
  const { thread, live } = visit
  if (thread.phase === 'waiting') return waited(visit as Visit<WaitState>)
  if (thread.phase === 'retrying') {
    live.change(thread, { phase: 'ready', due: null }, { again: true })
    return enter(visit, visit.state)
  }
  visit.services.letGo(live, thread)
  live.change(thread, { due: null })
  timedOut(visit as TaskVisit)
}
