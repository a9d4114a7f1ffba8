import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import type { Party } from '../case/party.ts'
import type { Instant } from '../time/instant.ts'
import type { Wait } from './wait.ts'

/** What a wait means: whom it waits for, when it is over, and what happens by itself when its deadline passes. */
export interface WaitRule {
  waitsFor(theCase: Case): Party[]
  /** Who else is told by its reminder. */
  alsoReminded?(theCase: Case): Party[]
  answered(theCase: Case, at: Instant): boolean
  atDeadline(theCase: Case, wait: Wait, at: Instant): CaseEvent[]
  /** What happens at the deadline, in words for the board. */
  consequence: string
}
