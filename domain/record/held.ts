import { afterAwardRules } from '../after-award/held.ts'
import { businessCaseRules } from '../business-case/held.ts'
import type { Case, CaseState } from '../case/case.ts'
import type { Recorded } from '../case/event.ts'
import { caseRules } from '../case/held.ts'
import { complianceRules } from '../compliance/held.ts'
import { conflictRules } from '../conflict/held.ts'
import { decisionRules } from '../decision/held.ts'
import { evaluationRules } from '../evaluation/held.ts'
import { panelRules } from '../panel/held.ts'
import { tenderRules } from '../tender/held.ts'
import { voteRules } from '../vote/held.ts'
import { waitRules } from '../wait/held.ts'
import { GENESIS } from './chain.ts'
import { eventNamed } from './event-named.ts'
import type { Export } from './export.ts'
import { leftOf, replayLeft } from './left.ts'
import type { Rule } from './rule.ts'

/** Everything that the events of a record are held to, by noun. */
export const rules: readonly Rule[] = [
  ...caseRules,
  ...waitRules,
  ...panelRules,
  ...conflictRules,
  ...voteRules,
  ...businessCaseRules,
  ...tenderRules,
  ...complianceRules,
  ...evaluationRules,
  ...decisionRules,
  ...afterAwardRules,
]

/** What an event of a record says that what came before it does not allow. @param previous the event right before it */
export const heldProblems = (before: CaseState, event: Recorded, previous?: Recorded, among = rules): string[] =>
  problemsOf(rulesFor(event, among), inCase(before, 'c000000000000'), event, previous)

const rulesFor = ({ type }: { type: string }, among = rules): readonly Rule[] =>
  among.filter(({ of }) => of.some((one) => one === type))

function problemsOf(some: readonly Rule[], before: Case, event: Recorded, previous: Recorded | undefined): string[] {
  try {
    return some.flatMap(({ problems }) => problems(before, event, previous))
  } catch (error) {
    return [`it does not go with what comes before it (${(error as Error).message})`]
  }
}

const inCase = (state: CaseState, id: string): Case => ({ ...state, id, head: GENESIS })

/**
 * Holds every event of a record to the rules. What something that was erased leaves of them is held to them all the same; the events
 * that rest on it are named.
 */
export function problemsHeld(
  record: Pick<Export, 'caseId' | 'events'>,
  among: readonly Rule[] = rules,
): { problems: string[]; unchecked: string[] } {
  const unchecked = record.events.flatMap(({ entry, payload }) =>
    payload === null && rulesFor(entry, among).length > 0 ? [eventNamed(entry)] : [],
  )
  const problems: string[] = []
  let previous: Recorded | undefined
  replayLeft(record, (before, event, sequence) => {
    const last = previous
    previous = event
    const where = eventNamed({ sequence, type: event.type })
    const held = rulesFor(event, among)
    if (held.length === 0) return
    const checked = held.filter((rule) => leftOf(before, rule.reads(event)))
    if (checked.length < held.length) unchecked.push(where)
    const found = problemsOf(checked, inCase(before.state as CaseState, record.caseId), event, last)
    problems.push(...found.map((problem) => `${where}: ${problem}`))
  })
  return { problems, unchecked }
}
