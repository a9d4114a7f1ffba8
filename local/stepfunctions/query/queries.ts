import type { Json } from '../json.ts'
import { queryLimitsHere } from '../limits.ts'
import { BeyondBounds, Bounds, hasAtMost } from './bounds.ts'
import { type Bindings, compile, ExpressionFailed, evaluateHere } from './evaluator.ts'
import type { Question } from './question.ts'
import { hidesFunction } from './tame.ts'
import { ThreadApart } from './thread-apart.ts'

/** Is told of work that goes on elsewhere, and gives its result when the one who asks may go on. */
type Leaving = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Evaluates JSONata within bounds of time and memory. What is tame, and works on little, is evaluated here; all else,
 * and what turns out to be more work than that, in a thread apart.
 */
export class Queries {
  readonly #apart = new ThreadApart()

  async evaluate(question: Question, leaving: Leaving): Promise<Json | undefined> {
    const { text, bindings, now } = question
    if (isCheap(text, bindings)) {
      try {
        return await evaluateHere(text, bindings, now, new Bounds(queryLimitsHere))
      } catch (error) {
        if (!(error instanceof BeyondBounds)) throw error
      }
    }
    const answer = await leaving(() => this.#apart.ask(question))
    if ('value' in answer) return answer.value
    throw new ExpressionFailed(answer.ending)
  }

  close(): Promise<void> {
    return this.#apart.close()
  }
}

function isCheap(text: string, bindings: Bindings): boolean {
  const { expression: longest, parts } = queryLimitsHere
  return (
    text.length <= longest && isTame(text) && !Object.keys(bindings).some(hidesFunction) && hasAtMost(parts, bindings)
  )
}

/** What does not even compile is not dangerous either: evaluating it says what is wrong. */
function isTame(text: string): boolean {
  try {
    return compile(text).tame
  } catch {
    return true
  }
}
