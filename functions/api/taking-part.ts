import type { Case } from '../../domain/case/case.ts'
import { occasionIn } from '../../domain/conflict/recheck.ts'
import { mustHaveDeclared } from '../../domain/register/expiry.ts'
import { versionOf } from '../../domain/register/export.ts'
import { mustHaveRenewed } from '../../domain/renewal/renewal.ts'
import { recheckConflicts } from '../conflicts/recheck.ts'
import { loadWorld } from '../conflicts/world.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { Conflict } from '../store/transaction.ts'
import type { Acting } from './access.ts'
import type { CaseRequest } from './sign-in.ts'

/**
 * Whoever takes part in a panel, or decides on its work, has declared their interests within the last twelve months, and was checked against the
 * register as it is now: a stale check is made again before it is relied on (requirements §4).
 *
 * @throws Refusal when nothing holds that they declared; Conflict when a new check was recorded, and the case must be loaded anew
 */
export async function mustBeFitToTakePart(
  deps: Deps,
  { known: { declaredAt }, theCase, register }: CaseRequest & { theCase: Loaded },
  { person }: Acting,
  action: string,
): Promise<void> {
  const nominee = theCase.nomination?.nominees[person.id]
  const forCase = nominee?.status === 'accepted' ? nominee.declaredAt : undefined
  const latest = [declaredAt, forCase, theCase.evaluation?.declared?.[person.id]]
    .filter((at) => at !== undefined)
    .sort()
  mustHaveDeclared(latest.at(-1), deps.now(), theCase.ruleBook.conflict)
  if (action !== 'renew-declaration' && tendersCanBeRead(theCase)) mustHaveRenewed(theCase, person.id)
  if (!theCase.conflicts || theCase.conflicts.register === versionOf(register)) return
  const after = await recheckConflicts(deps, theCase.id, occasionIn(theCase.life.stage), {
    from: theCase,
    world: loadWorld(deps, register),
  })
  if (after.head.sequence > theCase.head.sequence)
    throw new Conflict('The register of interests has changed since the case was checked.')
}

/**
 * Whether members can read tenders now: where the panel did not go on with fewer than two, it decides without having read any.
 */
const tendersCanBeRead = ({ life, evaluation }: Case): boolean =>
  life.stage === 'evaluation' || (life.stage === 'decision' && evaluation?.checkedAt !== undefined)
