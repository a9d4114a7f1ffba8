import { parentPort } from 'node:worker_threads'
import { BeyondBounds, Bounds } from './bounds.ts'
import { ExpressionFailed, evaluateHere } from './evaluator.ts'
import { type Answer, beyond, type Question, ready } from './question.ts'

// What all objects share takes nothing new in this thread, whatever an expression finds a way to.
Object.seal(Object.prototype)

async function answerTo({ text, bindings, now }: Question): Promise<Answer> {
  try {
    return { value: await evaluateHere(text, bindings, now, new Bounds()) }
  } catch (error) {
    if (error instanceof BeyondBounds) return beyond(error.message)
    if (error instanceof ExpressionFailed) return { ending: error.message }
    throw error
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answerTo(question)))
parentPort?.postMessage(ready)
