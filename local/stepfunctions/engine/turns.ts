import { setImmediate as nextRound } from 'node:timers/promises'

type Job = () => Promise<void> | void

/**
 * One thing at a time: every step of every execution and every change asked for from outside takes its turn here, so
 * nothing else ever changes under a step that awaits a query. Requests and steps alternate, so neither starves.
 */
export class Turns {
  readonly #steps = new Line()
  readonly #requests = new Line()
  #running = false
  #closed: string | undefined
  #idle: (() => void)[] = []

  step(job: Job): void {
    if (this.closed) return
    this.#steps.push(job)
    this.#start()
  }

  request<T>(job: () => Promise<T> | T): Promise<T> {
    if (this.#closed !== undefined) return Promise.reject(new Error(this.#closed))
    return new Promise<T>((resolve, reject) => {
      this.#requests.push(async () => {
        try {
          resolve(await job())
        } catch (error) {
          reject(error)
        }
      })
      this.#start()
    })
  }

  get closed(): boolean {
    return this.#closed !== undefined
  }

  get waiting(): boolean {
    return this.#running || this.#steps.length > 0 || this.#requests.length > 0
  }

  /** Resolves when no job is left. */
  empty(): Promise<void> {
    return this.waiting ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve()
  }

  /** Lets the job under way end and drops the others: their executions resume at the next opening. */
  async close(why: string): Promise<void> {
    this.#closed ??= why
    this.#steps.clear()
    await this.empty()
  }

  #start(): void {
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  async #run(): Promise<void> {
    let pause = performance.now() + 8
    for (;;) {
      const request = this.#requests.shift()
      if (request) await request()
      const step = this.#steps.shift()
      if (step) await step()
      if (!request && !step) break
      if (performance.now() > pause) {
        await nextRound()
        pause = performance.now() + 8
      }
    }
    this.#running = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}

/** A queue whose front is taken without moving the rest. */
class Line {
  #jobs: (Job | undefined)[] = []
  #front = 0

  get length(): number {
    return this.#jobs.length - this.#front
  }

  push(job: Job): void {
    this.#jobs.push(job)
  }

  shift(): Job | undefined {
    const job = this.#jobs[this.#front]
    if (job === undefined) return undefined
    this.#jobs[this.#front++] = undefined
    if (this.#front > 1_024 && this.#front * 2 > this.#jobs.length) {
      this.#jobs = this.#jobs.slice(this.#front)
      this.#front = 0
    }
    return job
  }

  clear(): void {
    this.#jobs = []
    this.#front = 0
  }
}
