import type { Case } from '../case/case.ts'
import { mustBeCurrent } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { pool } from '../nomination/nomination.ts'
import { recheckMembers } from '../panel/recheck.ts'
import { openWait } from '../wait/decide.ts'
import { recordChecks } from './check.ts'
import { evolveConflicts } from './evolve.ts'
import type { Matter, PersonFacts } from './matter.ts'
import { flaggedTakingPart } from './waits.ts'

/** What is known of everyone who accepted a nomination and declared. */
export function nomineeFacts(
  { nomination }: Pick<Case, 'nomination'>,
  people?: readonly string[],
): Record<string, PersonFacts> {
  if (!nomination) return {}
  return Object.fromEntries(
    (people ?? pool(nomination)).flatMap((person) => {
      const nominee = nomination.nominees[person]
      if (nominee?.status !== 'accepted') return []
      const { practiceId, declaration, declaredAt } = nominee
      return [[person, { practiceId, declaration, declaredAt }] as const]
    }),
  )
}

/**
 * The step “Check the nominees”: every nominee against every rule; whoever holds a seat already and is barred loses it;
 * flagged interests wait for a ruling.
 */
export function checkNominees(
  theCase: Case,
  step: { attempt: number; matter: Matter },
  circumstances: Circumstances,
): CaseEvent[] {
  mustBeCurrent(theCase, step.attempt)
  const { at, by } = circumstances
  const checks = recordChecks(theCase.conflicts, nomineeFacts(theCase), step.matter, 'panel formation')
  let { conflicts } = theCase
  for (const event of checks) conflicts = evolveConflicts(conflicts, { ...event, at, by })
  const excluded = recheckMembers({ ...theCase, ...(conflicts && { conflicts }) }, step.matter, 'panel formation')
  const waiting = theCase.life.wait?.name === 'adjudication'
  const open = flaggedTakingPart({ ...theCase, ...(conflicts && { conflicts }) }).length > 0 && !waiting
  return [
    ...checks,
    ...excluded,
    ...(open ? [openWait(theCase, 'adjudication', at, theCase.ruleBook.panel.adjudicateWithin)] : []),
  ]
}
