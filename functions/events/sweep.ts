import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { openCases } from '../store/list-store.ts'
import { hurry, startTheStage } from './hurry.ts'

/** Daily: compares every open case with its workflow and repeats what was lost, a start or a wake-up. */
export async function handler(): Promise<{ cases: number }> {
  const given: Deps = deps()
  let cases = 0
  for await (const caseId of openCases(given)) {
    await startTheStage(given, await hurry(given, caseId))
    cases += 1
  }
  logger.info('swept', { cases })
  return { cases }
}
