import type { Json } from '../json.ts'
import type { Queries } from '../query/queries.ts'
import type { Question } from '../query/question.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import type { Births } from './births.ts'
import type { Calls } from './calls.ts'
import type { Live } from './live.ts'
import type { EngineParts } from './parts.ts'
import type { Residents } from './residents.ts'
import type { Services, StartRequest } from './services.ts'
import type { Steps } from './steps.ts'
import type { Timers } from './timers.ts'
import type { Tokens } from './tokens.ts'
import type { Turns } from './turns.ts'

interface Around extends EngineParts {
  births: Births
  calls: Calls
  queries: Queries
  residents: Residents
  steps: Steps
  timers: Timers
  tokens: Tokens
  turns: Turns
  /** Stops an execution, in a commit of its own. */
  stopLater(execution: number, cause: string): void
}

/** What the states ask for, done by what is around them. What comes of it is a step of its own, after the commit of the one that asked. */
export class Surroundings implements Services {
  readonly tokens: Tokens
  readonly random: () => number
  readonly #around: Around

  constructor(around: Around) {
    this.tokens = around.tokens
    this.random = around.random ?? Math.random
    this.#around = around
  }

  now(): number {
    return this.#around.clock.now()
  }

  ready(live: Live, thread: Thread): void {
    live.after(() => this.#around.steps.happen(live.row.id, thread.key, { kind: 'turn' }))
  }

  evaluate(live: Live, question: Question): Promise<Json | undefined> {
    const { queries, turns } = this.#around
    return queries.evaluate(question, (work) => turns.aside(live.row.id, work))
  }

  invoke(
    live: Live,
    thread: Thread,
    { name, qualifier }: { name: string; qualifier: string | undefined },
    payload: Json,
  ): void {
    const { calls, residents, steps, invoke } = this.#around
    const { id: execution, arn: executionArn } = live.row
    const { scheduled = 0, retries = 0 } = thread.memo
    const context = { executionArn, stateName: thread.state, attempt: retries + 1, signal: calls.signal, qualifier }
    residents.hold(execution)
    calls.make(
      () => invoke(name, payload, context),
      (outcome) => {
        steps.happen(execution, thread.key, { kind: 'invoked', scheduled, outcome, qualifier })
        residents.release(execution)
      },
    )
  }

  start(live: Live, request: StartRequest): ExecutionRow {
    return this.#around.births.within(live, request)
  }

  /** As AWS does when the task is given up: in a commit of its own. */
  letGo(live: Live, thread: Thread): void {
    const { store, stopLater } = this.#around
    const { child } = thread.memo
    const row = thread.phase === 'awaiting' && child !== undefined ? store.byArn(child) : undefined
    if (row?.status !== 'RUNNING') return
    const cause = `The Task state in AWS Step Functions execution [${live.row.arn}] which was managing this resource was aborted`
    live.also(() => store.markLetGo(row.id, cause))
    live.after(() => stopLater(row.id, cause))
  }

  timerSet(due: number): void {
    this.#around.timers.set(due)
  }

  closed(live: Live): void {
    const { store, steps, closed } = this.#around
    const { arn, machine } = live.row
    live.after(() => {
      closed(machine)
      for (const { key, execution } of store.threads.awaiting(arn))
        steps.happen(execution, key, { kind: 'closed', child: live.row })
    })
  }
}
