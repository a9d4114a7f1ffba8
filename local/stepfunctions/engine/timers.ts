/**
 * One real timer for the earliest due time there is. The clock may jump: forwards when it is moved or the machine
 * slept (looked at every few seconds, as real timers stand still in sleep), backwards with no harm, only delay.
 */
export class Timers {
  readonly #now: () => number
  readonly #next: () => number | undefined
  readonly #fire: () => void
  #timer: NodeJS.Timeout | undefined
  #armedFor = Number.POSITIVE_INFINITY
  #stopped = false

  constructor(now: () => number, next: () => number | undefined, fire: () => void) {
    this.#now = now
    this.#next = next
    this.#fire = fire
  }

  set(due: number): void {
    if (due < this.#armedFor) this.#armFor(due)
  }

  /** Looks up the earliest time and waits for it. */
  arm(): void {
    const due = this.#next()
    if (due === undefined) this.#disarm()
    else this.#armFor(due)
  }

  stop(): void {
    this.#stopped = true
    this.#disarm()
  }

  #armFor(due: number): void {
    this.#disarm()
    if (this.#stopped) return
    this.#armedFor = due
    const delay = Math.min(Math.max(due - this.#now(), 0), longest)
    this.#timer = setTimeout(() => this.#ring(due), delay)
    this.#timer.unref()
  }

  #ring(due: number): void {
    if (this.#now() >= due) {
      this.#armedFor = Number.POSITIVE_INFINITY
      return void this.#fire()
    }
    // The clock has not moved as real time has (it stands still, or went back): look again, but not in a rush.
    this.#disarm()
    this.#armedFor = due
    this.#timer = setTimeout(() => this.#ring(due), Math.min(Math.max(due - this.#now(), 20), longest))
    this.#timer.unref()
  }

  #disarm(): void {
    clearTimeout(this.#timer)
    this.#armedFor = Number.POSITIVE_INFINITY
  }
}

const longest = 5_000
