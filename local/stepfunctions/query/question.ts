import type { Json } from '../json.ts'
import type { Bindings } from './evaluator.ts'

/** What is asked of, and answered by, the thread that evaluates what is not tame. */
export interface Question {
  text: string
  bindings: Bindings
  now: number
}
export type Answer = { value: Json | undefined } | { ending: string }
export const ready = 'ready'

export function beyond(why: string): Answer {
  return { ending: `threw an error during evaluation: ${why}` }
}
