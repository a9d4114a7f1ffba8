import { Worker } from 'node:worker_threads'
import type { Json } from '../json.ts'
import { queryLimits } from '../limits.ts'
import type { Answer, Question, ready } from './apart.ts'
import { type Bindings, compile, ExpressionFailed, evaluateHere } from './evaluator.ts'

/**
 * Evaluates JSONata within bounds of time and memory. Tame expressions run here; the others in a thread of their own
 * that is thrown away when one of them takes too long or too much. One evaluation at a time: the engine takes one step
 * at a time.
 */
export class Queries {
  #worker: Worker | undefined
  #settle: ((answer: Answer) => void) | undefined
  #started: Promise<void> = Promise.resolve()

  async evaluate(text: string, bindings: Bindings, now: number): Promise<Json | undefined> {
    if (isTame(text)) return evaluateHere(text, bindings, now)
    const answer = await this.#ask({ text, bindings, now })
    if ('value' in answer) return answer.value
    throw new ExpressionFailed(answer.ending)
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = undefined
  }

  #ask(question: Question): Promise<Answer> {
    const worker = this.#worker ?? this.#start()
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      this.#settle = (answer) => {
        clearTimeout(timer)
        this.#settle = undefined
        resolve(answer)
      }
      // The thread counts its own time; this is for what it cannot interrupt in itself.
      const late = (): void => this.#giveUp(worker, `The evaluation takes longer than ${queryLimits.milliseconds} ms`)
      void this.#started.then(() => {
        if (this.#settle) timer = setTimeout(late, queryLimits.milliseconds * 6)
      })
      worker.postMessage(question)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./apart.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: queryLimits.memoryMb, maxYoungGenerationSizeMb: 32 },
    })
    this.#started = new Promise((resolve) => {
      worker.on('message', (message: Answer | typeof ready) => {
        if (typeof message === 'string') resolve()
        else this.#settle?.(message)
      })
    })
    worker.on('error', (error) => this.#giveUp(worker, `The evaluation takes too much memory (${error.message})`))
    worker.on('exit', () => this.#giveUp(worker, 'The evaluation ended its thread'))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #giveUp(worker: Worker, why: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    void worker.terminate()
    this.#settle?.({ ending: `threw an error during evaluation: ${why}` })
  }
}

/** What does not even compile is not dangerous either: evaluating it says what is wrong. */
function isTame(text: string): boolean {
  try {
    return compile(text).tame
  } catch {
    return true
  }
}
