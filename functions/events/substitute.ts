import type { CaseEvent } from '../../domain/case/event.ts'
import { beginSubstitution, needsSubstitution } from '../../domain/substitution/decide.ts'
import type { Deps } from '../runtime/deps.ts'
import type { Loaded } from '../store/case-store.ts'
import { change } from '../store/commit.ts'

/** Events after which a seat may be vacant in a case whose panel has been formed. */
export const mayLeaveASeat: readonly CaseEvent['type'][] = [
  'MemberExcluded',
  'SeatDeclined',
  'StageEntered',
  'CaseResumed',
]

/** A seat that is vacant is filled without anybody having to remember it; what is begun starts its own workflow. */
export async function substituteWhereNeeded(deps: Deps, theCase: Loaded): Promise<void> {
  if (!needsSubstitution(theCase)) return
  await change(deps, theCase.id, beginSubstitution, { by: { step: 'begin-substitution' }, at: deps.now() })
}
