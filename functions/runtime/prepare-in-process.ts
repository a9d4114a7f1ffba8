import type { DrawJob } from '../../domain/panel-draw/commit.ts'
import { type Prepared, prepareDraw } from '../../domain/panel-draw/fair-draw/prepare.ts'
import { highsSolver } from './highs-solver.ts'
import { SECONDS_TO_SOLVE, timeToSolve } from './time-to-solve.ts'

/** A Lambda answers one request at a time: nobody else waits while it solves. */
export async function prepareInProcess(
  { instance, announcement, panels }: DrawJob,
  everyStep = timeToSolve(SECONDS_TO_SOLVE.draw),
): Promise<Prepared> {
  return prepareDraw(instance, announcement, await highsSolver(), panels, everyStep)
}
