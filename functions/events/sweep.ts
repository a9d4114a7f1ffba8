import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { openCases } from '../store/list-store.ts'
import { hurry, startTheStage } from './hurry.ts'

/** Daily: compares every open case with its workflow and repeats what was lost, a start or a wake-up. */
export async function handler(): Promise<{ cases: number }> {
  const given: Deps = deps()
  const failures: Error[] = []
  let cases = 0
  for await (const caseId of openCases(given)) {
    cases += 1
    try {
      await startTheStage(given, await hurry(given, caseId))
    } catch (error) {
      // One case that cannot be read must not keep the others waiting.
      logger.error('A case could not be swept.', { caseId, error: error as Error })
      failures.push(error as Error)
    }
  }
  logger.info('swept', { cases, failed: failures.length })
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${cases} cases could not be swept.`)
  return { cases }
}
