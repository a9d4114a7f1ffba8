import { Queries } from '../query/queries.ts'
import type { ExecutionRow, Thread } from '../store/rows.ts'
import { advance, concerns, type Happening } from './advance.ts'
import { Births } from './births.ts'
import { breakOff, Fatal } from './break-off.ts'
import { Calls } from './calls.ts'
import { abandon } from './ending.ts'
import type { Live } from './live.ts'
import type { EngineParts } from './parts.ts'
import { redrive } from './redrive.ts'
import { Residents } from './residents.ts'
import type { Services, StartRequest } from './services.ts'
import { Steps } from './steps.ts'
import { Surroundings } from './surroundings.ts'
import { Timers } from './timers.ts'
import { Tokens } from './tokens.ts'
import { Turns } from './turns.ts'

/** Moves executions on: takes them up when it opens, does what is asked for from outside, fires timers. */
export class Engine {
  readonly #parts: EngineParts
  readonly #tokens: Tokens
  readonly #queries = new Queries()
  readonly #turns = new Turns()
  readonly #calls = new Calls()
  readonly #residents: Residents
  readonly #steps: Steps
  readonly #timers: Timers
  readonly #births: Births
  readonly #services: Services
  #halted = false

  constructor(parts: EngineParts) {
    this.#parts = parts
    this.#tokens = new Tokens(parts.tokenSecret)
    this.#residents = new Residents(parts.store, parts.machines)
    this.#steps = new Steps({
      store: parts.store,
      residents: this.#residents,
      turns: this.#turns,
      advance: (live, thread, happening) => this.#advance(live, thread, happening),
      breakOff: (live, error) => breakOff(this.#services, live, error),
      halt: (error) => this.#halt(error),
    })
    this.#timers = new Timers({
      now: () => parts.clock.now(),
      next: (after) => parts.store.nextDue(after),
      due: (count) => parts.store.due(parts.clock.now(), count),
      fire: ({ execution, thread, due }, fired) => {
        if (thread === null) this.#steps.later(execution, () => this.#timeOut(execution, due), fired)
        else this.#steps.later(execution, () => this.#steps.take(execution, thread, { kind: 'timer', due }), fired)
      },
    })
    this.#births = new Births(parts, this.#steps, this.#timers)
    this.#services = new Surroundings({
      ...parts,
      births: this.#births,
      calls: this.#calls,
      queries: this.#queries,
      residents: this.#residents,
      steps: this.#steps,
      timers: this.#timers,
      tokens: this.#tokens,
      turns: this.#turns,
      stopLater: (execution, cause) => this.#stopLater(execution, cause),
    })
  }

  /** Takes up what the last process left: threads with something to do. */
  recover(): void {
    const { store } = this.#parts
    this.#steps.recover()
    for (const { execution, key, phase } of store.threads.busy())
      this.#steps.happen(execution, key, { kind: phase === 'invoking' ? 'recovered' : 'turn' })
    for (const { execution, key, child } of store.closedAwaited())
      this.#steps.happen(execution, key, { kind: 'closed', child })
    for (const { id, cause } of store.letGo()) this.#stopLater(id, cause)
    this.#timers.ring()
  }

  // What is asked for from outside.

  start(request: StartRequest): ExecutionRow {
    return this.#births.now(request)
  }

  /** Gives false when no task waits for this token any more, undefined when it never was one. */
  async answer(
    token: string,
    happening: Extract<Happening, { kind: 'answered' | 'heartbeat' }>,
  ): Promise<boolean | undefined> {
    const content = this.#tokens.read(token)
    if (!content) return undefined
    const execution = this.#parts.store.threads.executionOf(content.thread) ?? 0
    return this.#turns.request(execution, async () => {
      const thread = this.#residents.read(execution)?.threads.get(content.thread)
      if (!thread || !concerns(happening, thread) || thread.memo.nonce !== content.nonce) return false
      await this.#steps.take(execution, content.thread, happening)
      return true
    })
  }

  stop(execution: number, why: { error?: string | undefined; cause?: string | undefined }): Promise<Live | undefined> {
    return this.#request(execution, (live) => {
      if (live.open) abandon(this.#services, live, 'ABORTED', why)
    })
  }

  /** `token` makes asking twice one redrive (API reference, RedriveExecution). */
  redrive(execution: number, token: string | undefined): Promise<Live | undefined> {
    return this.#request(execution, (live) => {
      if (!live.open) redrive(this.#services, live, token)
    })
  }

  nextDueAt(): number | undefined {
    return this.#parts.store.nextDue()
  }

  /** Fires the timers that are due, in the order of their times. */
  fireDue(): void {
    this.#timers.ring()
  }

  /** Resolves when no step is left, no function is being called and no timer is due. */
  async idle(): Promise<void> {
    for (;;) {
      await this.#turns.empty()
      if (this.#turns.closed) return
      if (!this.#calls.none) await this.#calls.allAnswered()
      else if ((this.nextDueAt() ?? Number.POSITIVE_INFINITY) <= this.#parts.clock.now()) this.fireDue()
      else if (!this.#turns.waiting) return
    }
  }

  /** What is being evaluated or called is given up, and begins anew at the next opening. */
  async close(): Promise<void> {
    this.#timers.stop()
    this.#turns.close('This Step Functions is closed')
    this.#calls.close()
    await this.#queries.close()
    await this.#turns.empty()
    if (!this.#halted) this.#parts.store.begun.close()
  }

  // What the parts ask of one another.

  #request(execution: number, work: (live: Live) => void): Promise<Live | undefined> {
    return this.#turns.request(execution, () => this.#steps.change(execution, work))
  }

  async #advance(live: Live, thread: Thread, happening: Happening): Promise<void> {
    if (this.#parts.deleted(live.row.machine)) throw new Fatal(`State machine ${nameOf(live)} has been deleted.`)
    await advance(this.#services, live, thread, happening, (of) => this.#parameters(live, of))
  }

  #parameters(live: Live, thread: Thread): string {
    const event = this.#parts.store.event(live.row.id, thread.memo.scheduled ?? 0)
    const details = JSON.parse(event?.details ?? '{}') as { parameters?: string; input?: string }
    return details.parameters ?? details.input ?? 'null'
  }

  async #timeOut(execution: number, due: number): Promise<void> {
    await this.#steps.change(execution, (live) => {
      if (live.row.due === due) abandon(this.#services, live, 'TIMED_OUT')
    })
  }

  #stopLater(execution: number, cause: string): void {
    // Refused only when this engine is closing; it is stopped at the next opening.
    void this.stop(execution, { cause }).catch(() => undefined)
  }

  /** Nothing can be committed (a full disk, say): everything stands as it was, and goes on at the next opening. */
  #halt(error: unknown): void {
    console.error('Step Functions: the database failed; nothing goes on until it is opened again', error)
    this.#halted = true
    this.#timers.stop()
    this.#turns.close(`The database failed: ${error instanceof Error ? error.message : String(error)}`)
    this.#calls.close()
  }
}

function nameOf(live: Live): string {
  return live.row.machine.split(':').at(-1) ?? ''
}
