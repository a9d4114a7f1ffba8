import type { Case, CaseState, Stage } from '../case/case.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { evolve } from '../case/evolve.ts'
import { unansweredAfterAward } from '../decision/late-representation.ts'
import { whoCannotAnswer } from '../nomination/cannot-answer.ts'
import type { NominationEvent } from '../nomination/nomination.ts'
import type { MemberExcluded } from '../panel/panel.ts'
import { excludedMembers } from '../panel/recheck.ts'
import { recordChecks } from './check.ts'
import { nomineeFacts } from './check-nominees.ts'
import type { ConflictEvent, Occasion } from './conflict.ts'
import { evolveConflicts } from './evolve.ts'
import type { Matter } from './matter.ts'

/**
 * Looks at everybody whom the case concerns again: whoever accepted a nomination, sits, or decides without sitting. A new bar
 * takes effect with the same change: whoever holds a seat loses it (requirements §4). In a case that has ended nobody decides anything
 * more, unless its panel owes an answer to a representation.
 *
 * @param quietly nothing is recorded where everybody stands as before, though the register has another version
 */
export function recheckCase(
  theCase: Case,
  matter: Matter,
  occasion: Occasion,
  { quietly = false }: { quietly?: boolean } = {},
): (ConflictEvent | MemberExcluded | NominationEvent)[] {
  if (theCase.life.status === 'ended' && unansweredAfterAward(theCase).length === 0) return []
  const excluded = excludedMembers(theCase, matter)
  const checks = recordChecks(theCase.conflicts, nomineeFacts(theCase), matter, occasion, { quietly })
  const conflicts = checks.reduce(
    (so, event) => evolveConflicts(so, { ...event, at: matter.at ?? '', by: { step: 'recheck-conflicts' } }),
    theCase.conflicts,
  )
  const known = { ...theCase, ...(conflicts && { conflicts }) }
  return [...checks, ...excluded, ...whoCannotAnswer(known, matter.users)]
}

/**
 * The same with what these events bring: whom the tenders name is known as they are opened, and nobody decides anything on them in
 * between (requirements §4).
 */
export function recheckWith(
  theCase: Case,
  events: readonly CaseEvent[],
  { matterOf, occasion }: { matterOf: (after: Case) => Matter; occasion: Occasion },
  circumstances: Circumstances,
): CaseEvent[] {
  if (events.length === 0) return []
  const state = events.reduce<CaseState>((before, event) => evolve(before, { ...event, ...circumstances }), theCase)
  const after: Case = { ...theCase, ...state }
  return [...events, ...recheckCase(after, matterOf(after), occasion)]
}

/** What a check in the midst of a stage is made for. */
export const occasionIn = (stage: Stage): Occasion => occasions[stage] ?? 'register'

const occasions: Partial<Record<Stage, Occasion>> = {
  submission: 'submission',
  nomination: 'nomination',
  'panel-formation': 'seat',
  specification: 'specification',
  tender: 'specification',
  evaluation: 'scoring',
  decision: 'vote',
}
