import { parentPort } from 'node:worker_threads'
import type { Json } from '../json.ts'
import { type Bindings, ExpressionFailed, evaluateHere } from './evaluator.ts'

/** What is asked of, and answered by, the thread that evaluates what is not tame. */
export interface Question {
  text: string
  bindings: Bindings
  now: number
}
export type Answer = { value: Json | undefined } | { ending: string }
export const ready = 'ready'

parentPort?.on('message', async ({ text, bindings, now }: Question) => {
  let answer: Answer
  try {
    answer = { value: await evaluateHere(text, bindings, now) }
  } catch (error) {
    if (!(error instanceof ExpressionFailed)) throw error
    answer = { ending: error.message }
  }
  parentPort?.postMessage(answer)
})
parentPort?.postMessage(ready)
