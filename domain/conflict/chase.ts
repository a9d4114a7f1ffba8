import type { Case } from '../case/case.ts'
import { dueAfter } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { remindBefore } from '../wait/decide.ts'
import type { ConflictEvent } from './conflict.ts'
import { flagsInMidstage } from './waits.ts'

type Flagging = Pick<Case, 'conflicts' | 'life' | 'ruleBook' | 'nomination' | 'panel'>

/** Since when flags wait for a ruling, and by when they are to be ruled on. */
export interface FlagsDue {
  since: Instant
  dueAt: Instant
  /** Present once they were not ruled on in time. */
  escalatedAt?: Instant
}

/** Of the flags that came up in the midst of a stage; undefined where there are none. */
export function flagsDue(theCase: Flagging): FlagsDue | undefined {
  const { conflicts, ruleBook } = theCase
  if (!conflicts || flagsInMidstage(theCase).length === 0) return undefined
  const { since = conflicts.checkedAt, escalatedAt } = conflicts.waiting ?? {}
  const dueAt = dueAfter(since, ruleBook.panel.adjudicateWithin)
  return { since, dueAt, ...(escalatedAt !== undefined && { escalatedAt }) }
}

/** When the workflow has to look at them, whatever else the case waits for. */
export function flagsAttentionAt(theCase: Flagging): Instant | undefined {
  const due = flagsDue(theCase)
  if (!due) return undefined
  return theCase.conflicts?.waiting?.chaseAt ?? remindBefore(theCase, due.since, due.dueAt) ?? due.dueAt
}

/** They ride on whatever the case waits for: reminded of before their deadline, escalated at it, and then chased. */
export function chaseFlags(theCase: Flagging, at: Instant): ConflictEvent[] {
  const attention = flagsAttentionAt(theCase)
  const due = flagsDue(theCase)
  if (attention === undefined || !due || at < attention) return []
  const overdue = at >= due.dueAt
  const chaseAt = overdue ? dueAfter(at, theCase.ruleBook.chaseEvery) : due.dueAt
  return [{ type: 'FlagsChased', data: { people: flagsInMidstage(theCase), overdue, chaseAt } }]
}
