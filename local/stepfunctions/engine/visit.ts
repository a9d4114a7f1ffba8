import type { Catcher, State } from '../asl/definition.ts'
import { type Json, type JsonObject, sizeOf } from '../json.ts'
import { limits } from '../limits.ts'
import type { Thread } from '../store/rows.ts'
import { contextOf } from './context.ts'
import { evaluateField, type QueryScope, wrongType } from './field.ts'
import type { Live } from './live.ts'
import type { Services } from './services.ts'
import { StateError } from './state-error.ts'
import { bytesOf } from './variables.ts'

/** What a state's expressions see beside its input: `$states.result` or `$states.errorOutput`. */
export interface Extra {
  result?: Json
  errorOutput?: Json
  token?: string
}

/** One thread at one state: entering, querying, leaving. */
export class Visit<S extends State = State> {
  readonly services: Services
  readonly live: Live
  readonly thread: Thread
  readonly state: S
  readonly now: number

  constructor(services: Services, live: Live, thread: Thread) {
    this.services = services
    this.live = live
    this.thread = thread
    this.state = live.stateOf(thread) as S
    this.now = services.now()
  }

  event(type: string, details?: Record<string, unknown>, link?: { previous?: number; aside?: boolean }): number {
    return this.live.event(this.now, this.thread, type, details, link)
  }

  /** Records the entry, unless the state was entered before and only does its work again. */
  enter(): void {
    const { thread } = this
    if (thread.memo.again) return void this.live.change(thread, {}, { again: false })
    const before = thread.memo.last
    const entered = this.event(`${this.state.Type}StateEntered`, {
      name: thread.state,
      input: JSON.stringify(thread.input),
    })
    const at = Math.max(this.now, this.live.row.last_at)
    this.live.change(thread, {}, { entered, before, at, retries: 0, retriers: [] })
  }

  scope(extra: Extra = {}): QueryScope {
    const { thread, live } = this
    const states: JsonObject = { input: thread.input, context: contextOf(live, thread, this.state, extra.token) }
    if (extra.result !== undefined) states['result'] = extra.result
    if (extra.errorOutput !== undefined) states['errorOutput'] = extra.errorOutput
    const bindings = { ...variablesInReach(live, thread), states }
    return {
      state: thread.state,
      enteredEvent: thread.memo.entered,
      bindings,
      evaluate: (text) => this.services.evaluate(live, { text, bindings, now: this.now }),
    }
  }

  query(value: Json, field: string, extra: Extra = {}): Promise<Json> {
    return evaluateField(value, field, this.scope(extra))
  }

  async number(value: Json, field: string): Promise<number> {
    const found = await this.query(value, field)
    if (typeof found !== 'number') throw wrongType(value, field, 'number', found, this.scope())
    return found
  }

  /** Gives the variables as the history tells them. */
  #assign(assigned: JsonObject): Record<string, string> {
    const { live, thread } = this
    const texts = Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)] as const)
    const size = texts.reduce((sum, [, value]) => sum + sizeOf(value), 0)
    const variables = { ...thread.variables, ...assigned }
    const all = live.variableBytes - bytesOf(thread.variables) + bytesOf(variables)
    if (size > limits.stateData || all > limits.variables) throw tooLarge(thread.state)
    live.change(thread, { variables })
    return Object.fromEntries(texts)
  }

  /** Leaves the state: its Assign and Output (or a rule's own), the Exited event, and on to `next` or the end. */
  async leave(outcome: Outcome): Promise<void> {
    const { live, thread } = this
    const scope = this.scope(outcome.extra)
    const assigned =
      outcome.assign && ((await evaluateField(outcome.assign, `${outcome.at ?? ''}Assign`, scope)) as JsonObject)
    const output =
      outcome.output === undefined
        ? outcome.otherwise
        : await evaluateField(outcome.output, `${outcome.at ?? ''}Output`, scope)
    const text = JSON.stringify(output)
    if (sizeOf(text) > limits.stateData) throw tooLarge(thread.state)
    const details: Record<string, unknown> = { name: thread.state, output: text }
    if (assigned && Object.keys(assigned).length > 0) {
      details['assignedVariables'] = this.#assign(assigned)
    }
    this.event(
      `${this.state.Type}StateExited`,
      details,
      outcome.previous === undefined ? {} : { previous: outcome.previous },
    )
    forget(live, thread)
    if (outcome.next === undefined) return live.end(thread, output)
    live.change(thread, { state: outcome.next, input: output, phase: 'ready', due: null })
    this.services.ready(live, thread)
  }
}

export interface Outcome {
  next: string | undefined
  /** The output when there is no Output field. */
  otherwise: Json
  assign?: JsonObject | undefined
  output?: Json | undefined
  extra?: Extra
  /** Where the Assign and Output stand: `Catch[0]/`. */
  at?: string
  previous?: number
}

/** A state's own Next, Assign and Output. */
export function onward(state: {
  Next?: string
  Assign?: JsonObject
  Output?: Json
}): Pick<Outcome, 'next' | 'assign' | 'output'> {
  return { next: state.Next, assign: state.Assign, output: state.Output }
}

export function throughCatcher(catcher: Catcher, index: number): Pick<Outcome, 'next' | 'assign' | 'output' | 'at'> {
  return { next: catcher.Next, assign: catcher.Assign, output: catcher.Output, at: `Catch[${index}]/` }
}

export function tooLarge(what: string): StateError {
  return new StateError(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  )
}

/** What belongs to the state left behind. */
function forget(live: Live, thread: Thread): void {
  live.removeChildren(thread)
  thread.memo = { last: thread.memo.last, entered: 0, before: 0, at: 0 }
  if (thread.items) live.change(thread, { items: null })
}

function variablesInReach(live: Live, thread: Thread): Record<string, Json> {
  return thread.parent === null ? thread.variables : { ...outerVariables(live, thread), ...thread.variables }
}

function outerVariables(live: Live, thread: Thread): Record<string, Json> {
  const outer = thread.parent === null ? undefined : live.threads.get(thread.parent)
  return outer ? variablesInReach(live, outer) : {}
}
