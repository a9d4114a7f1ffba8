import { randomBytes } from 'node:crypto'
import { prepareStart } from './api/start.ts'
import { answer } from './api/wire.ts'
import { Engine } from './engine/engine.ts'
import { Machines } from './engine/machines.ts'
import type { Invoke } from './engine/parts.ts'
import { Deletions } from './store/deletions.ts'
import { ExecutionStore } from './store/execution-store.ts'
import { MachineStore } from './store/machine-store.ts'
import { openFolder } from './store/open-folder.ts'
import { Retention } from './store/retention.ts'
import { Statements } from './store/statements.ts'

export { FunctionAnswer } from './engine/function-answer.ts'
export { FunctionError, ServiceError } from './engine/function-error.ts'

export interface StepFunctionsOptions {
  /** Holds the SQLite files; made when missing. One process at a time. */
  folder: string
  /** Milliseconds since the epoch; may be moved forward. */
  clock: { now(): number }
  /**
   * Calls a Lambda function by its bare name. Gives its result, or a FunctionAnswer that says the version too. Throws an
   * Error (its name is the errorType, its message the errorMessage), a FunctionError (with Lambda's own payload) or a
   * ServiceError.
   */
  invoke: Invoke
  /** Of the ARNs made here; without it, the region each request is signed for. */
  region?: string
  account?: string
  /** What a commit survives: the process's death at any moment (the default), or the machine's too. */
  durability?: 'process' | 'power'
  /** How long closed executions are kept. */
  retentionDays?: number
  /** Between 0 and 1: jitter and the choice between an alias's versions. */
  random?: () => number
}

export interface StepFunctions {
  /** AWS JSON 1.0, as @aws-sdk/client-sfn speaks it; serve it with any HTTP server. */
  fetch(request: Request): Promise<Response>
  /** The earliest pending timer (ms), for a movable clock. */
  nextDueAt(): number | undefined
  /** Call after moving the clock: timers that are due now fire, in the order of their times. */
  clockMoved(): void
  /** Resolves when no step is in flight and no timer is due. */
  idle(): Promise<void>
  /** Lets the step under way end and stops; what is open goes on at the next opening. */
  close(): Promise<void>
}

export function openStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { clock, region, account = '111111111111', random = Math.random } = options
  const folder = openFolder(options.folder, options.durability ?? 'process')
  const statements = new Statements(folder.database)
  const executions = new ExecutionStore(statements)
  const machines = new MachineStore(statements)
  const deletions = new Deletions(machines, executions)
  const now = (): number => clock.now()
  const definitions = new Machines((id) => machines.definition(id))
  const engine = new Engine({
    store: executions,
    machines: definitions,
    tokenSecret: machines.setting('token secret', () => randomBytes(32).toString('base64url')),
    clock,
    invoke: options.invoke,
    random,
    deleted: (machine) => deletions.has(machine),
    closed: (machine) => deletions.closed(machine),
    prepare: (request) => prepareStart(request, { machines, definitions, executions, now, random }),
  })
  const retention = new Retention(executions, machines, now, options.retentionDays ?? 90)
  engine.recover()
  retention.start()
  let closing: Promise<void> | undefined
  return {
    fetch: (request) => answer(request, { engine, executions, machines, deletions, now, account }, region),
    nextDueAt: () => engine.nextDueAt(),
    clockMoved() {
      engine.fireDue()
      retention.clockMoved()
    },
    idle: () => engine.idle(),
    close() {
      closing ??= (async () => {
        retention.stop()
        await engine.close()
        folder.close()
      })()
      return closing
    },
  }
}
