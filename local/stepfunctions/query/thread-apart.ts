import { Worker } from 'node:worker_threads'
import { queryLimits } from '../limits.ts'
import { tooMuch } from './bounds.ts'
import { type Answer, beyond, type Question, type ready } from './question.ts'

/**
 * A thread of its own for evaluations that may take much: one at a time, in the order they are asked for. It is thrown
 * away when one of them takes too long or too much.
 */
export class ThreadApart {
  #worker: Worker | undefined
  #settle: ((answer: Answer) => void) | undefined
  #started: Promise<void> = Promise.resolve()
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  ask(question: Question): Promise<Answer> {
    const answer = this.#last.then(() => this.#askNow(question))
    this.#last = answer
    return answer
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    if (worker) this.#giveUp(worker, closed)
    await worker?.terminate()
  }

  #askNow(question: Question): Promise<Answer> {
    if (this.#closed) return Promise.resolve(beyond(closed))
    const worker = this.#worker ?? this.#start()
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      this.#settle = (answer) => {
        clearTimeout(timer)
        this.#settle = undefined
        resolve(answer)
      }
      // The thread counts its own time; this is for what it cannot interrupt in itself.
      const late = (): void => this.#giveUp(worker, tooMuch.time)
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
        else if (worker === this.#worker) this.#settle?.(message)
      })
    })
    worker.on('error', () => this.#giveUp(worker, tooMuch.memory))
    worker.on('exit', () => this.#giveUp(worker, 'The evaluation ended its thread'))
    worker.unref()
    this.#worker = worker
    return worker
  }

  #giveUp(worker: Worker, why: string): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    void worker.terminate()
    this.#settle?.(beyond(why))
  }
}

const closed = 'Step Functions is closed'
