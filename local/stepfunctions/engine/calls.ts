import { type Json, parseJson } from '../json.ts'
import { FunctionAnswer } from './function-answer.ts'
import { FunctionError } from './function-error.ts'
import type { Outcome } from './states/task-events.ts'

/** The function calls under way. */
export class Calls {
  readonly #given = new AbortController()
  #underWay = 0
  #waiting: (() => void)[] = []

  /** Aborted when nobody waits for the calls any more. */
  get signal(): AbortSignal {
    return this.#given.signal
  }

  get none(): boolean {
    return this.#underWay === 0
  }

  /** Makes a call; whatever it gives or throws becomes the task's outcome. */
  make(call: () => Promise<unknown>, answer: (outcome: Outcome) => void): void {
    this.#underWay++
    void Promise.resolve()
      .then(call)
      .then((value): Outcome => {
        const { payload, executedVersion } = FunctionAnswer.of(value)
        return { result: asJson(payload), executedVersion }
      })
      .catch((error: unknown) => FunctionError.outcome(error))
      .then((outcome) => {
        this.#underWay--
        answer(outcome)
        if (this.none) this.#answered()
      })
  }

  /** Resolves when there is none. */
  allAnswered(): Promise<void> {
    return this.none ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Waits for the calls under way no longer. */
  close(): void {
    this.#given.abort()
    this.#answered()
  }

  #answered(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

/** What would arrive over the wire, whatever the function gave. */
function asJson(value: unknown): Json {
  return value === undefined ? null : parseJson(JSON.stringify(value))
}
