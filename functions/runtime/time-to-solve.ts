import { type EveryStep, Unsolved } from '../../domain/panel-draw/unsolved.ts'

/**
 * How long may be searched for whether a panel is possible, and then for the draw. The step's function ends after 55 seconds
 * (`cdk/workflow-stack.ts`): what is not solved by then has to be said by it, and not by its end.
 */
export const SECONDS_TO_SOLVE = { whether: 10, draw: 40 }

/**
 * To be called at each step of a search.
 * @param now milliseconds from any beginning, by a clock that nobody moves
 */
export function timeToSolve(seconds: number, now: () => number = () => performance.now()): EveryStep {
  const until = now() + seconds * 1_000
  return () => {
    if (now() > until)
      throw new Unsolved(`It takes longer than the ${seconds} seconds that this service gives to one draw.`)
  }
}
