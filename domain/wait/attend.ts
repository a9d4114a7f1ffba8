import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { challengeAttentionAt } from '../challenge/challenge.ts'
import { escalateChallenges } from '../challenge/decide.ts'
import { chaseFlags, flagsAttentionAt } from '../conflict/chase.ts'
import { chaseLateRepresentations, lateAttentionAt } from '../decision/late-representation.ts'
import { dueAfter } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import { waitRules } from './rules.ts'
import { attentionAt, type WaitName } from './wait.ts'

/** Which execution of which stage asks: one that the record has left behind has nothing more to do. */
export interface Execution {
  caseId: string
  attempt: number
}

export type Attendance =
  | { verdict: 'left' }
  | { verdict: 'answered' }
  | { verdict: 'act'; events: CaseEvent[] }
  | { verdict: 'waiting'; until: Instant }

/**
 * The judgement of every wait loop (design §2): has what is awaited come, must somebody be reminded, has the deadline
 * passed, or is there nothing to do but wait? `waits` are the waits that the loop covers.
 */
export function attend(theCase: Case, execution: Execution, waits: readonly WaitName[], at: Instant): Attendance {
  const { life } = theCase
  if (life.status !== 'open' || life.attempt !== execution.attempt) return { verdict: 'left' }
  const { wait } = life
  if (!wait || !waits.includes(wait.name)) return { verdict: 'answered' }
  const rule = waitRules[wait.name]
  if (rule.answered(theCase, at)) return { verdict: 'answered' }
  // A challenge rides on whatever the case waits for: it has its own deadline, and no workflow of its own.
  const challenged = escalateChallenges(theCase, at)
  if (challenged.length > 0) return { verdict: 'act', events: challenged }
  const chased = chaseFlags(theCase, at)
  if (chased.length > 0) return { verdict: 'act', events: chased }
  const late = chaseLateRepresentations(theCase, at)
  if (late.length > 0) return { verdict: 'act', events: late }
  if (wait.remindAt && at >= wait.remindAt)
    return {
      verdict: 'act',
      events: [
        {
          type: 'Reminded',
          data: { wait: wait.name, who: [...rule.waitsFor(theCase), ...(rule.alsoReminded?.(theCase) ?? [])] },
        },
      ],
    }
  if (!wait.escalatedAt && at >= wait.dueAt) return { verdict: 'act', events: rule.atDeadline(theCase, wait, at) }
  if (wait.chaseAt && at >= wait.chaseAt) {
    const chaseAt = dueAfter(at, theCase.ruleBook.chaseEvery)
    return {
      verdict: 'act',
      events: [
        {
          type: 'Reminded',
          data: { wait: wait.name, who: [...rule.waitsFor(theCase), { kind: 'programme-manager' }], chaseAt },
        },
      ],
    }
  }
  return {
    verdict: 'waiting',
    until: earliest(
      attentionAt(wait),
      challengeAttentionAt(theCase.challenges),
      flagsAttentionAt(theCase),
      lateAttentionAt(theCase),
    ),
  }
}

const earliest = (one: Instant, ...others: (Instant | undefined)[]): Instant =>
  others.filter((other) => other !== undefined).reduce((first, other) => (other < first ? other : first), one)

/** Whether there is nothing to do for an execution that sleeps `until` an instant but to sleep on until then. */
export function stillWaits(
  theCase: Case,
  asleep: Execution & { waits: readonly WaitName[]; until: Instant },
  at: Instant,
): boolean {
  const attendance = attend(theCase, asleep, asleep.waits, at)
  return attendance.verdict === 'waiting' && attendance.until === asleep.until
}
