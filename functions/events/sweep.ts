import { recheckConflicts, recheckTells } from '../conflicts/recheck.ts'
import { loadWorld } from '../conflicts/world.ts'
import { type Deps, deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { inBatches } from '../store/batch.ts'
import { loadCase } from '../store/case-store.ts'
import { openCases } from '../store/list-store.ts'
import { type Asked, askedBy } from './asked.ts'
import { remindToDeclare } from './declaration-reminders.ts'
import { digest } from './digest.ts'
import { hurry } from './hurry.ts'
import { mustBeRunning } from './stopped.ts'
import { substituteWhereNeeded } from './substitute.ts'
import { tellAgain } from './tell.ts'

/** How many cases are swept at once: ten thousand of them, one after the other, would take more than the time that a function has. */
const AT_ONCE = 10

/**
 * Daily: compares every open case with its workflow and repeats what was lost, a start or a wake-up; sends the emails that were
 * not sent; tells people what waits for them; looks at the conflicts of every open case again, and reminds whose declaration of interests expires.
 */
export async function handler(): Promise<{ cases: number }> {
  const given: Deps = deps()
  const failures: Error[] = []
  const asked: Asked[] = []
  let cases = 0
  const world = loadWorld(given)
  // Where the register cannot be read, each case says so, and is swept all the same.
  world.catch(() => undefined)
  const sweep = async (caseId: string): Promise<Asked[]> => {
    let asks: Asked[] = []
    try {
      const theCase = await loadCase(given, caseId)
      await hurry(given, theCase)
      await substituteWhereNeeded(given, theCase)
      asks = askedBy(theCase)
      if (recheckTells(theCase, await world, given.now()))
        await recheckConflicts(given, caseId, 'register', { quietly: true, world })
      await mustBeRunning(given, theCase)
    } catch (error) {
      // One case that cannot be read must not keep the others waiting.
      logger.error('A case could not be swept.', { caseId, error: error as Error })
      failures.push(error as Error)
    }
    return asks
  }
  for await (const page of openCases(given))
    for (const batch of inBatches(page, AT_ONCE)) {
      cases += batch.length
      asked.push(...(await Promise.all(batch.map(sweep))).flat())
    }
  logger.info('swept', { cases, failed: failures.length })
  for (const also of [
    () => tellAgain(given),
    () => digest(given, asked),
    async () => remindToDeclare(given, (await world).register),
  ])
    try {
      await also()
    } catch (error) {
      failures.push(error as Error)
    }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} failures in the daily sweep of ${cases} cases.`)
  return { cases }
}
