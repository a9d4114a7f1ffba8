import { capacitiesOf } from '../../domain/case/capacity.ts'
import type { Head } from '../../domain/record/chain.ts'
import type { Declaration } from '../../domain/register/declaration.ts'
import type { RegisterEvent } from '../../domain/register/register.ts'
import { recheckConflicts } from '../conflicts/recheck.ts'
import { loadWorld } from '../conflicts/world.ts'
import type { Deps } from '../runtime/deps.ts'
import { logger } from '../runtime/log.ts'
import { inBatches } from '../store/batch.ts'
import { commitRegister } from '../store/commit-register.ts'
import { goOn, isOvertaken, openCasesAfter } from '../store/recheck-store.ts'
import { loadRegisterAndPeople } from '../store/register-store.ts'
import { untilNobodyElseWrote } from '../store/transaction.ts'

/** How many cases are looked at at once. */
const AT_ONCE = 10

/**
 * The register has changed: every open case is looked at again, a page of them at a time, so that nothing else on the stream
 * waits for all of them. Where there are more, a mark is left in the table, which the stream brings back.
 *
 * @param run the number of the register's event
 * @param after the case that the page before ended with
 * @throws AggregateError after all of the page were tried: a case that cannot be read keeps no other from it
 */
export async function recheckOpenCases(deps: Deps, { run, after }: { run: number; after?: string }): Promise<void> {
  if (after !== undefined && (await isOvertaken(deps, { run, after }))) return
  const world = loadWorld(deps)
  world.catch(() => {}) // each case says why it could not be read
  const { caseIds, next } = await openCasesAfter(deps, after)
  const failures: Error[] = []
  const recheck = async (caseId: string) => {
    try {
      await recheckConflicts(deps, caseId, 'register', { quietly: true, world })
    } catch (error) {
      logger.error('The conflicts of a case could not be looked at again.', { caseId, error: error as Error })
      failures.push(error as Error)
    }
  }
  for (const batch of inBatches(caseIds, AT_ONCE)) await Promise.all(batch.map(recheck))
  if (next !== undefined) await goOn(deps, { run, after: next })
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} cases could not be looked at again.`)
}

/**
 * What a nominee or a member declared for a case, the register knows from then on. Told twice, it is written once. Whoever may
 * not know of the case reads the register, too: it says neither which case, nor what the person is in one.
 * @returns the head of the register that holds it
 */
export async function declareFromCase(
  deps: Deps,
  { at, person, declaration }: { at: string; person: string; declaration: Declaration },
): Promise<Head> {
  return untilNobodyElseWrote(async () => {
    const { register, people } = await loadRegisterAndPeople(deps)
    const known = people.find(({ id }) => id === person)
    const as = known && capacitiesOf(known)[0]
    if (!as) throw new Error(`The register of people does not know ${person}, who declared for a case.`)
    const before = register.entries.find((entry) => entry.person === person)?.declaredAt
    if (before !== undefined && before >= at) return register.head
    // It was looked at when it was declared for the case.
    const events: RegisterEvent[] = [{ type: 'InterestsDeclared', data: { person, declaration } }]
    return commitRegister(deps, register, { events, by: { person, as }, at })
  })
}
