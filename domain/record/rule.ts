import type { Case, CaseState } from '../case/case.ts'
import type { CaseEvent, Recorded } from '../case/event.ts'
import { Refusal } from '../refusal.ts'
import { digest } from './chain.ts'

type Type = CaseEvent['type']
export type RecordedAs<T extends Type> = Extract<Recorded, { type: T }>
type Nouns = readonly (keyof CaseState)[]

/** What the verifier holds an event against: the case that the record leads to before it. */
export interface Rule {
  /** What an honest record keeps to, in a sentence; `docs/checking.md` lists them. */
  says: string
  of: readonly Type[]
  /** The nouns that it looks at: where one rests on something that was erased, the event is not checked. */
  reads(event: Recorded): Nouns
  /** What is wrong, in words. @param previous the event right before it */
  problems(before: Case, event: Recorded, previous: Recorded | undefined): string[]
}

export const rule = <T extends Type>(
  says: string,
  of: readonly T[],
  reads: Nouns | ((event: RecordedAs<T>) => Nouns),
  problems: (before: Case, event: RecordedAs<T>, previous: Recorded | undefined) => string[],
): Rule => ({
  says,
  of,
  reads: typeof reads === 'function' ? (reads as Rule['reads']) : () => reads,
  problems: problems as Rule['problems'],
})

/**
 * Whether the service, asked again on the case as it was, would have refused it.
 *
 * @param decide what decided it
 * @param problems what is wrong with what it decides, where it is not refused
 */
export function refused<Decided>(decide: () => Decided, problems: (decided: Decided) => string[] = () => []): string[] {
  let decided: Decided
  try {
    decided = decide()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, faults = [] } = error
    return [
      `by the record it could not be done then: “${[message, ...faults.map((fault) => fault.message)].join(' ')}”`,
    ]
  }
  return problems(decided)
}

/** Whether it says what it is to say; the wrong in words where it does not. */
export const unless = (right: boolean, wrong: string): string[] => (right ? [] : [wrong])

/** Whether they are alike, whatever the order of their fields. */
export const same = (one: unknown, other: unknown): boolean => digest(one ?? null) === digest(other ?? null)
