import type { Due } from '../store/execution-store.ts'

interface Parts {
  now(): number
  /** When the earliest timer after a time is due. */
  next(after: number): number | undefined
  /** The timers that are due, by their times, so many at most. */
  due(count: number): Due[]
  /** Lets what a timer is for happen; `fired` is called when it has. */
  fire(timer: Due, fired: () => void): void
}

/**
 * One real timer for the earliest due time there is. The clock may jump: forwards when it is moved or the machine
 * slept (looked at every few seconds, as real timers stand still in sleep), backwards with no harm, only delay.
 */
export class Timers {
  readonly #parts: Parts
  /** Executions of which a timer is being fired: one of each at a time. */
  readonly #ringing = new Set<number>()
  /** More are due than were fired. */
  #more = false
  #timer: NodeJS.Timeout | undefined
  #armedFor = Number.POSITIVE_INFINITY
  #stopped = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  set(due: number): void {
    if (due < this.#armedFor) this.#armFor(due)
  }

  /** Fires what is due, in the order of the times, then waits for the next one. */
  ring(): void {
    if (this.#stopped) return
    const before = this.#ringing.size
    const due = this.#parts.due(before + atOnce)
    for (const timer of due) if (!this.#ringing.has(timer.execution)) this.#fire(timer)
    this.#more = due.length === before + atOnce || due.length > this.#ringing.size
    this.#arm()
  }

  #fire(timer: Due): void {
    this.#ringing.add(timer.execution)
    this.#parts.fire(timer, () => {
      this.#ringing.delete(timer.execution)
      if (this.#ringing.size === 0 || (this.#more && this.#ringing.size < atOnce / 2)) this.ring()
    })
  }

  stop(): void {
    this.#stopped = true
    this.#disarm()
  }

  #arm(): void {
    // Those that ring are due until they have rung.
    const due = this.#parts.next(this.#ringing.size > 0 ? this.#parts.now() : Number.NEGATIVE_INFINITY)
    if (due === undefined) this.#disarm()
    else this.#armFor(due)
  }

  #armFor(due: number): void {
    this.#disarm()
    if (this.#stopped) return
    this.#armedFor = due
    const delay = Math.min(Math.max(due - this.#parts.now(), 0), longest)
    this.#timer = setTimeout(() => this.#wake(due), delay)
    this.#timer.unref()
  }

  #wake(due: number): void {
    if (this.#parts.now() >= due) {
      this.#armedFor = Number.POSITIVE_INFINITY
      this.ring()
      return
    }
    // The clock has not moved as real time has (it stands still, or went back): look again, but not in a rush.
    this.#disarm()
    this.#armedFor = due
    this.#timer = setTimeout(() => this.#wake(due), Math.min(Math.max(due - this.#parts.now(), 20), longest))
    this.#timer.unref()
  }

  #disarm(): void {
    clearTimeout(this.#timer)
    this.#armedFor = Number.POSITIVE_INFINITY
  }
}

const longest = 5_000
const atOnce = 100
