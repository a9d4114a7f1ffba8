import { setImmediate as nextRound } from 'node:timers/promises'
import { Line } from './line.ts'

type Job = () => Promise<void> | void

/** Everything is closed: what was under way is dropped, and begins anew at the next opening. */
export class Closed extends Error {}

/**
 * One thing at a time: every step of every execution and every change asked for from outside takes its turn here, so
 * nothing else ever changes under it. Executions take turns, a step each, however many steps one of them has; requests
 * and steps alternate; and a step that waits for an evaluation made elsewhere lets the other executions pass.
 */
export class Turns {
  /** What each execution has still to do, in order, and the executions that do so, each once. */
  readonly #lines = new Map<number, Line<Job>>()
  readonly #order = new Line<number>()
  readonly #requests = new Line<{ execution: number; job: Job }>()
  /** Executions with a step elsewhere, and what waits for its return; and the steps that have returned. */
  readonly #away = new Map<number, (() => void)[]>()
  readonly #returned = new Line<() => void>()
  #passOn: () => void = () => undefined
  #requestNext = true
  #running = false
  #closed: string | undefined
  #idle: (() => void)[] = []

  step(execution: number, job: Job): void {
    if (this.closed) return
    const line = this.#lines.get(execution) ?? this.#begin(execution)
    line.push(job)
    this.#start()
  }

  #begin(execution: number): Line<Job> {
    const line = new Line<Job>()
    this.#lines.set(execution, line)
    this.#order.push(execution)
    return line
  }

  request<T>(execution: number, job: () => Promise<T> | T): Promise<T> {
    if (this.#closed !== undefined) return Promise.reject(new Closed(this.#closed))
    return new Promise<T>((resolve, reject) => {
      const answering = async (): Promise<void> => {
        try {
          resolve(await job())
        } catch (error) {
          reject(error)
        }
      }
      this.#requests.push({ execution, job: answering })
      this.#start()
    })
  }

  /** Within a turn of this execution: lets the others pass until `work` is done. */
  async aside<T>(execution: number, work: () => Promise<T>): Promise<T> {
    const waiting: (() => void)[] = []
    this.#away.set(execution, waiting)
    const working = work()
    this.#passOn()
    const [done] = await Promise.allSettled([working])
    await new Promise<void>((resume) => {
      this.#returned.push(resume)
      this.#start()
    })
    this.#away.delete(execution)
    for (const goOn of waiting) goOn()
    if (this.#closed !== undefined) throw new Closed(this.#closed)
    if (done.status === 'rejected') throw done.reason
    return done.value
  }

  get closed(): boolean {
    return this.#closed !== undefined
  }

  get waiting(): boolean {
    return this.#running || this.#lines.size > 0 || this.#requests.length > 0 || this.#away.size > 0
  }

  /** Resolves when no job is left. */
  empty(): Promise<void> {
    return this.waiting ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve()
  }

  /** Takes no more steps: what is dropped resumes at the next opening. */
  close(why: string): void {
    this.#closed ??= why
    this.#order.clear()
    this.#lines.clear()
  }

  #start(): void {
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  async #run(): Promise<void> {
    let pause = performance.now() + 8
    for (let turn = this.#next(); turn; turn = this.#next()) {
      const take = turn
      await new Promise<void>((passOn) => {
        this.#passOn = passOn
        take()
      })
      if (performance.now() < pause) continue
      await nextRound()
      pause = performance.now() + 8
    }
    this.#running = false
    if (!this.waiting) for (const resolve of this.#idle.splice(0)) resolve()
  }

  #next(): (() => void) | undefined {
    this.#requestNext = !this.#requestNext
    const returned = this.#returned.shift()
    if (returned) return returned
    return this.#requestNext ? (this.#nextRequest() ?? this.#nextStep()) : (this.#nextStep() ?? this.#nextRequest())
  }

  #nextRequest(): (() => void) | undefined {
    for (let asked = this.#requests.shift(); asked; asked = this.#requests.shift()) {
      const { execution, job } = asked
      const away = this.#away.get(execution)
      if (!away) return () => this.#take(job)
      away.push(() => this.#requests.push({ execution, job }))
    }
    return undefined
  }

  #nextStep(): (() => void) | undefined {
    for (let execution = this.#order.shift(); execution !== undefined; execution = this.#order.shift()) {
      const next = execution
      const away = this.#away.get(next)
      if (!away) return () => this.#take(() => this.#stepOf(next))
      away.push(() => this.#order.push(next))
    }
    return undefined
  }

  async #stepOf(execution: number): Promise<void> {
    const line = this.#lines.get(execution)
    try {
      await line?.shift()?.()
    } finally {
      if (line && line.length > 0) this.#order.push(execution)
      else this.#lines.delete(execution)
    }
  }

  /** A job says itself what goes wrong with it. */
  #take(job: Job): void {
    const pass = (): void => this.#passOn()
    void (async () => job())().then(pass, pass)
  }
}
